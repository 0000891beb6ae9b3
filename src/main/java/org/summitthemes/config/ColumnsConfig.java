package org.summitthemes.config;

import java.io.Serializable;

/**
 * What the columns of tables and the keys of objects are called, where the names that are known
 * anyway do not fit. An empty name leaves it at those.
 */
public record ColumnsConfig(
    String id,
    String title,
    String lead,
    String speaker,
    String country,
    String organization,
    String event,
    String date,
    String year,
    String place,
    String language,
    String kind,
    String text)
    implements Serializable {

  public static ColumnsConfig defaults() {
    return new ColumnsConfig("", "", "", "", "", "", "", "", "", "", "", "", "");
  }
}
