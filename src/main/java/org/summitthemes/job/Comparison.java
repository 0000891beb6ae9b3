package org.summitthemes.job;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.summitthemes.stats.Contrast;
import org.summitthemes.stats.Estimate;
import org.summitthemes.stats.Interval;
import org.summitthemes.stats.Resampling;
import org.summitthemes.stats.Sample;
import org.summitthemes.stats.ThemeShares;
import org.summitthemes.table.FactOrganizationContrast;
import org.summitthemes.table.FactOrganizationTheme;
import org.summitthemes.table.FactSpeakerContrast;
import org.summitthemes.table.FactThemeShift;
import org.summitthemes.table.Records;

/**
 * Gathers the speeches of an organization, pair or speaker in one place and hands them to {@code
 * stats}. Contrasts and shifts come back with a p-value, without a q-value and verdict.
 *
 * <p>Every dataset of belongings has the columns basis, organization_id, speech_id, speaker_id,
 * year and words.
 */
final class Comparison implements Serializable {
  static final String SHARE_DIFFERENCE = "share_difference";
  static final String JENSEN_SHANNON = "jensen_shannon";

  private static final long serialVersionUID = 1;
  private static final String ALL = "all";
  private static final String NOT_JUDGED = "";

  private final List<String> themeIds;
  private final Resampling resampling;

  Comparison(List<String> themeIds, Resampling resampling) {
    this.themeIds = themeIds;
    this.resampling = resampling;
  }

  /** Rows of {@link FactOrganizationTheme}. */
  Dataset<Row> organizationThemes(Dataset<Row> belongings) {
    return Groups.of(
        belongings,
        Records.encoder(FactOrganizationTheme.class),
        (key, rows) -> organizationThemes(key.getString(0), key.getString(1), rows),
        "basis",
        "organization_id");
  }

  /** Rows of {@link FactThemeShift}: between years with speeches that follow one another. */
  Dataset<Row> themeShifts(Dataset<Row> belongings) {
    return Groups.of(
        belongings,
        Records.encoder(FactThemeShift.class),
        (key, rows) -> themeShifts(key.getString(0), key.getString(1), rows),
        "basis",
        "organization_id");
  }

  /** Rows of {@link FactOrganizationContrast}: every pair on the same basis. */
  Dataset<Row> organizationContrasts(Dataset<Row> belongings) {
    Dataset<Row> paired =
        belongings.join(
            functions.broadcast(pairs(belongings)), new String[] {"basis", "organization_id"});
    return Groups.of(
        paired,
        Records.encoder(FactOrganizationContrast.class),
        (key, rows) ->
            organizationContrasts(key.getString(0), key.getString(1), key.getString(2), rows),
        "basis",
        "organization_id_a",
        "organization_id_b");
  }

  /** Rows of {@link FactSpeakerContrast}: speakers with speeches at two or more venues. */
  Dataset<Row> speakerContrasts(Dataset<Row> belongings) {
    return Groups.of(
        belongings.where(col("basis").equalTo("venue")).where(col("speaker_id").isNotNull()),
        Records.encoder(FactSpeakerContrast.class),
        (key, rows) -> speakerContrasts(key.getString(0), rows),
        "speaker_id");
  }

  /**
   * Each pair of organizations of a basis, once for either: basis, organization_id and the pair.
   */
  private static Dataset<Row> pairs(Dataset<Row> belongings) {
    Dataset<Row> organizations = belongings.select("basis", "organization_id").distinct();
    return organizations
        .withColumnRenamed("organization_id", "organization_id_a")
        .join(organizations.withColumnRenamed("organization_id", "organization_id_b"), "basis")
        .where(col("organization_id_a").lt(col("organization_id_b")))
        .withColumn(
            "organization_id", explode(array(col("organization_id_a"), col("organization_id_b"))));
  }

  private List<Row> organizationThemes(String basis, String organization, Iterator<Row> rows) {
    Sample.Builder all = Sample.over(themeIds.size());
    SortedMap<String, Sample.Builder> years = new TreeMap<>();
    rows.forEachRemaining(
        row -> {
          add(row, all);
          addToYear(row, years);
        });
    List<Row> themes = new ArrayList<>(organizationThemes(basis, organization, ALL, all.build()));
    years.forEach(
        (year, speeches) ->
            themes.addAll(organizationThemes(basis, organization, year, speeches.build())));
    return themes;
  }

  private List<Row> organizationThemes(
      String basis, String organization, String period, Sample speeches) {
    List<Estimate> shares = ThemeShares.of(speeches, resampling);
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < themeIds.size(); k++) {
      Interval interval = shares.get(k).interval();
      rows.add(
          Records.row(
              new FactOrganizationTheme(
                  basis,
                  organization,
                  period,
                  themeIds.get(k),
                  shares.get(k).value(),
                  low(interval),
                  high(interval),
                  resampling.level(),
                  speeches.size(),
                  speeches.themeWords(k),
                  speeches.totalWords())));
    }
    return rows;
  }

  private List<Row> themeShifts(String basis, String organization, Iterator<Row> rows) {
    SortedMap<String, Sample.Builder> years = new TreeMap<>();
    rows.forEachRemaining(row -> addToYear(row, years));
    List<Row> shifts = new ArrayList<>();
    String from = null;
    Sample before = null;
    for (Map.Entry<String, Sample.Builder> year : years.entrySet()) {
      Sample after = year.getValue().build();
      if (from != null && before != null) {
        String key = String.join("|", "shift", basis, organization, from, year.getKey());
        Contrast contrast = Contrast.of(after, before, resampling, key);
        shifts.addAll(themeShifts(basis, organization, from, year.getKey(), contrast));
      }
      from = year.getKey();
      before = after;
    }
    return shifts;
  }

  private List<Row> themeShifts(
      String basis, String organization, String from, String to, Contrast contrast) {
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < themeIds.size(); k++) {
      Estimate change = contrast.themes().get(k);
      rows.add(
          Records.row(
              new FactThemeShift(
                  basis,
                  organization,
                  themeIds.get(k),
                  from,
                  to,
                  change.value(),
                  low(change.interval()),
                  high(change.interval()),
                  level(change.interval()),
                  change.pValue(),
                  null,
                  NOT_JUDGED)));
    }
    return rows;
  }

  private List<Row> organizationContrasts(
      String basis, String organizationA, String organizationB, Iterator<Row> rows) {
    SortedMap<String, Sample.Builder> organizations = new TreeMap<>();
    rows.forEachRemaining(row -> addToOrganization(row, organizations));
    Sample a = organizations.get(organizationA).build();
    Sample b = organizations.get(organizationB).build();
    String key = String.join("|", "organizations", basis, organizationA, organizationB);
    return measures(a, b, key).stream()
        .map(
            measure ->
                Records.row(
                    new FactOrganizationContrast(
                        basis,
                        organizationA,
                        organizationB,
                        measure.name,
                        measure.themeId,
                        measure.estimate.value(),
                        low(measure.estimate.interval()),
                        high(measure.estimate.interval()),
                        level(measure.estimate.interval()),
                        measure.estimate.pValue(),
                        null,
                        NOT_JUDGED,
                        a.size(),
                        b.size())))
        .toList();
  }

  private List<Row> speakerContrasts(String speaker, Iterator<Row> rows) {
    TreeMap<String, Sample.Builder> organizations = new TreeMap<>();
    rows.forEachRemaining(row -> addToOrganization(row, organizations));
    List<Row> contrasts = new ArrayList<>();
    organizations.forEach(
        (organizationA, speechesA) ->
            organizations
                .tailMap(organizationA, false)
                .forEach(
                    (organizationB, speechesB) ->
                        contrasts.addAll(
                            speakerContrasts(
                                speaker,
                                organizationA,
                                organizationB,
                                speechesA.build(),
                                speechesB.build()))));
    return contrasts;
  }

  private List<Row> speakerContrasts(
      String speaker, String organizationA, String organizationB, Sample a, Sample b) {
    String key = String.join("|", "speaker", speaker, organizationA, organizationB);
    return measures(a, b, key).stream()
        .map(
            measure ->
                Records.row(
                    new FactSpeakerContrast(
                        speaker,
                        organizationA,
                        organizationB,
                        measure.name,
                        measure.themeId,
                        measure.estimate.value(),
                        low(measure.estimate.interval()),
                        high(measure.estimate.interval()),
                        level(measure.estimate.interval()),
                        measure.estimate.pValue(),
                        null,
                        NOT_JUDGED,
                        a.size(),
                        b.size())))
        .toList();
  }

  /** The measures of a contrast in the order in which they are published. */
  private List<Measure> measures(Sample a, Sample b, String key) {
    Contrast contrast = Contrast.of(a, b, resampling, key);
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure(JENSEN_SHANNON, ALL, contrast.divergence()));
    for (int k = 0; k < themeIds.size(); k++) {
      measures.add(new Measure(SHARE_DIFFERENCE, themeIds.get(k), contrast.themes().get(k)));
    }
    return measures;
  }

  private void addToYear(Row row, Map<String, Sample.Builder> years) {
    String year = row.getAs("year");
    if (year != null) {
      add(row, years.computeIfAbsent(year, any -> Sample.over(themeIds.size())));
    }
  }

  private void addToOrganization(Row row, Map<String, Sample.Builder> organizations) {
    String organization = row.getAs("organization_id");
    add(row, organizations.computeIfAbsent(organization, any -> Sample.over(themeIds.size())));
  }

  private static void add(Row row, Sample.Builder speeches) {
    long[] words =
        row.<Long>getList(row.fieldIndex("words")).stream().mapToLong(Long::longValue).toArray();
    speeches.add(row.getAs("speech_id"), words);
  }

  private static @Nullable Double low(@Nullable Interval interval) {
    return interval == null ? null : interval.low();
  }

  private static @Nullable Double high(@Nullable Interval interval) {
    return interval == null ? null : interval.high();
  }

  private static @Nullable Double level(@Nullable Interval interval) {
    return interval == null ? null : interval.level();
  }

  private record Measure(String name, String themeId, Estimate estimate) {}
}
