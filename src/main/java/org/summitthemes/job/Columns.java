package org.summitthemes.job;

import java.util.List;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Column names as Spark's joins want them. */
final class Columns {
  private Columns() {}

  static Seq<String> of(String... names) {
    return CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
