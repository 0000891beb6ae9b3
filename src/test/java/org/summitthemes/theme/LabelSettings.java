package org.summitthemes.theme;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.summitthemes.support.Catalogs;

/**
 * Where the strength of the student's lessons comes from: a corpus without codes. Not a test; run
 * {@code main} with the warehouse of a run that has prepared its sentences, and which share of the
 * speeches to use (one in so many).
 *
 * <p>Each lesson is judged by the fold that did not learn it. The strength is the one with the
 * least mean loss (minus the logarithm of the probability of the right class), every class weighing
 * the same.
 */
final class LabelSettings {
  private static final int MOST_LESSONS = 10_000;

  private LabelSettings() {}

  public static void main(String[] arguments) throws SQLException {
    Teacher teacher =
        new Teacher(
            Catalog.of(Catalogs.shipped("themes.yaml")),
            Catalog.of(Catalogs.shipped("themes-wide.yaml")));
    Set<Unit> units = units(arguments[0], Integer.parseInt(arguments[1]));
    List<Lesson> lessons = lessons(units, teacher);
    WordVectors vectors = vectors(units);
    for (double strength : new double[] {0.25, 1, 4, 16}) {
      Student student = teacher.teach(lessons, vectors, strength).orElseThrow();
      System.out.printf(
          Locale.ROOT, "strength %5.2f: held-out loss %.4f%n", strength, loss(student, lessons));
    }
  }

  private static Set<Unit> units(String warehouse, int oneIn) throws SQLException {
    Set<Unit> units = new LinkedHashSet<>();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT text, language FROM read_parquet('"
                    + warehouse
                    + "/sentences/*/*.parquet') WHERE hash(speech_id) % "
                    + oneIn
                    + " = 0 ORDER BY speech_id, sentence_no")) {
      while (rows.next()) {
        units.add(new Unit(rows.getString(1), rows.getString(2)));
      }
    }
    return units;
  }

  private static List<Lesson> lessons(Set<Unit> units, Teacher teacher) {
    Map<Integer, Integer> counts = new TreeMap<>();
    List<Lesson> lessons = new ArrayList<>();
    for (Unit unit : units) {
      teacher
          .lesson(unit)
          .filter(lesson -> counts.merge(lesson.label(), 1, Integer::sum) <= MOST_LESSONS)
          .ifPresent(lessons::add);
    }
    System.out.println("lessons by class: " + counts);
    return lessons;
  }

  private static WordVectors vectors(Set<Unit> units) {
    try (Encoder encoder = MiniLm.load().orElseThrow()) {
      return EncodedWords.none().of(EncodableWords.of(units), encoder).vectors();
    }
  }

  private static double loss(Student student, List<Lesson> lessons) {
    Map<Integer, double[]> byClass = new TreeMap<>();
    for (Lesson lesson : lessons) {
      double[] sums = byClass.computeIfAbsent(lesson.label(), label -> new double[2]);
      sums[0] -= student.logProbabilities(lesson.unit())[lesson.label()];
      sums[1]++;
    }
    return byClass.values().stream().mapToDouble(sums -> sums[0] / sums[1]).average().orElseThrow();
  }
}
