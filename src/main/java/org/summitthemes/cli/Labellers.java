package org.summitthemes.cli;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.summitthemes.UserException;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.job.TeachJob;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.Labeller;
import org.summitthemes.theme.Student;
import org.summitthemes.theme.Teacher;

/** The labeller of a configuration and a model. */
final class Labellers {
  private Labellers() {}

  /** With the model's student, if the configuration asks for one and the model has one. */
  static Labeller of(Configured configured, SparkSession spark, Path model) {
    LabelConfig config = configured.pipeline().label();
    Catalog catalog = Catalog.of(configured.themes());
    return new Labeller(
        catalog,
        configured.teacher().map(Teacher::background).orElse(null),
        student(configured, spark, model),
        config);
  }

  /** By the terms of the catalog alone, for names too short for anything else to tell. */
  static Labeller ofTerms(Configured configured) {
    return new Labeller(Catalog.of(configured.themes()), null, null, configured.pipeline().label());
  }

  /** The model's student, if the configuration asks for one and the model has one. */
  static @Nullable Student student(Configured configured, SparkSession spark, Path model) {
    return configured.pipeline().label().hasStudent()
        ? student(spark, model, Catalog.of(configured.themes()))
        : null;
  }

  /** A student of other themes than the catalog's is of no use. */
  private static @Nullable Student student(SparkSession spark, Path model, Catalog catalog) {
    try {
      return TeachJob.load(spark, model.toString())
          .filter(student -> student.themeIds().equals(catalog.themeIds()))
          .orElse(null);
    } catch (IOException e) {
      throw new UserException(e, "Cannot read the student of model %s: %s", model, e.getMessage());
    }
  }
}
