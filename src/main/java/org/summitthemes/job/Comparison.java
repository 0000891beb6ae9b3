package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.summitthemes.stats.ChangePoints;
import org.summitthemes.stats.ChangePoints.ChangePoint;
import org.summitthemes.stats.Contrast;
import org.summitthemes.stats.Estimate;
import org.summitthemes.stats.Interval;
import org.summitthemes.stats.Resampled;
import org.summitthemes.stats.Resampling;
import org.summitthemes.stats.Sample;
import org.summitthemes.stats.ThemeShares;
import org.summitthemes.table.FactOrganizationContrast;
import org.summitthemes.table.FactOrganizationTheme;
import org.summitthemes.table.FactSpeakerContrast;
import org.summitthemes.table.FactThemeChangePoint;
import org.summitthemes.table.FactThemeShift;
import org.summitthemes.table.Records;

/**
 * Hands the speeches of organizations, pairs of them and speakers to {@code stats}. Contrasts and
 * shifts come back with a p-value, without a q-value and verdict.
 */
final class Comparison implements Serializable {
  static final String SHARE_DIFFERENCE = "share_difference";
  static final String JENSEN_SHANNON = "jensen_shannon";
  static final String ADJUSTED_DIFFERENCE = "adjusted_difference";

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
  Dataset<Row> organizationThemes(Cohorts cohorts) {
    return cohorts.each(FactOrganizationTheme.class, this::organizationThemes);
  }

  /** Rows of {@link FactThemeShift}: between years with speeches that follow one another. */
  Dataset<Row> themeShifts(Cohorts cohorts) {
    return cohorts.eachChange(FactThemeShift.class, this::themeShifts);
  }

  /** Rows of {@link FactThemeChangePoint}: series are divided while p is at most alpha. */
  Dataset<Row> themeChangePoints(Cohorts cohorts, double alpha) {
    return cohorts.each(FactThemeChangePoint.class, cohort -> themeChangePoints(cohort, alpha));
  }

  /** Rows of {@link FactOrganizationContrast}: every pair on the same basis. */
  Dataset<Row> organizationContrasts(Cohorts cohorts) {
    return cohorts.eachPair(FactOrganizationContrast.class, this::organizationContrasts);
  }

  /**
   * Rows of {@link FactSpeakerContrast}: speakers with speeches at two or more venues.
   *
   * @param belongings basis, organization_id, speech_id, speaker_id and words
   */
  Dataset<Row> speakerContrasts(Dataset<Row> belongings) {
    return Groups.of(
        belongings
            .where(col("basis").equalTo(Belongings.VENUE))
            .where(col("speaker_id").isNotNull()),
        Records.encoder(FactSpeakerContrast.class),
        (key, rows) -> speakerContrasts(key.getString(0), rows),
        "speaker_id");
  }

  private List<Row> organizationThemes(Cohort cohort) {
    List<Row> themes = new ArrayList<>(organizationThemes(cohort, ALL, cohort.all()));
    cohort
        .years()
        .forEach((year, speeches) -> themes.addAll(organizationThemes(cohort, year, speeches)));
    return themes;
  }

  private List<Row> organizationThemes(Cohort cohort, String period, Resampled speeches) {
    Sample sample = speeches.sample();
    List<Estimate> shares = ThemeShares.of(speeches);
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < themeIds.size(); k++) {
      Interval interval = shares.get(k).interval();
      rows.add(
          Records.row(
              new FactOrganizationTheme(
                  cohort.basis(),
                  cohort.organization(),
                  period,
                  themeIds.get(k),
                  shares.get(k).value(),
                  low(interval),
                  high(interval),
                  resampling.level(),
                  sample.speeches(),
                  sample.themeWords(k),
                  sample.totalWords())));
    }
    return rows;
  }

  private List<Row> themeShifts(Cohort cohort, String from, String to) {
    String key = String.join("|", "shift", cohort.basis(), cohort.organization(), from, to);
    Contrast contrast = cohort.contrast(cohort.years().get(to), cohort.years().get(from), key);
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < themeIds.size(); k++) {
      Estimate change = contrast.themes().get(k);
      rows.add(
          Records.row(
              new FactThemeShift(
                  cohort.basis(),
                  cohort.organization(),
                  themeIds.get(k),
                  from,
                  to,
                  change.value(),
                  low(change.interval()),
                  high(change.interval()),
                  level(change.interval()),
                  change.pValue(),
                  null,
                  NOT_JUDGED,
                  partialPeriod(
                      cohort.years().get(from).sample(), cohort.years().get(to).sample()))));
    }
    return rows;
  }

  /** Which of two years has at most half the speeches of the other. */
  private static String partialPeriod(Sample from, Sample to) {
    if (2 * from.speeches() <= to.speeches()) {
      return "from";
    }

    return 2 * to.speeches() <= from.speeches() ? "to" : "none";
  }

  private List<Row> themeChangePoints(Cohort cohort, double alpha) {
    List<String> years = List.copyOf(cohort.years().keySet());
    List<Resampled> ofYears = List.copyOf(cohort.years().values());
    long[] all = ofYears.stream().mapToLong(year -> year.sample().totalWords()).toArray();
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < themeIds.size(); k++) {
      int theme = k;
      long[] own = ofYears.stream().mapToLong(year -> year.sample().themeWords(theme)).toArray();
      String key =
          String.join("|", "change", cohort.basis(), cohort.organization(), themeIds.get(k));
      for (ChangePoint point : ChangePoints.of(own, all, resampling, alpha, key)) {
        Resampled before = Resampled.together(ofYears.subList(point.from(), point.change()));
        Resampled after = Resampled.together(ofYears.subList(point.change(), point.to()));
        Interval interval = Contrast.interval(after, before, k);
        double shareBefore = before.sample().share(k);
        double shareAfter = after.sample().share(k);
        rows.add(
            Records.row(
                new FactThemeChangePoint(
                    cohort.basis(),
                    cohort.organization(),
                    themeIds.get(k),
                    years.get(point.change()),
                    years.get(point.from()),
                    years.get(point.to() - 1),
                    shareBefore,
                    shareAfter,
                    shareAfter - shareBefore,
                    low(interval),
                    high(interval),
                    level(interval),
                    point.pValue(),
                    null,
                    NOT_JUDGED)));
      }
    }
    return rows;
  }

  private List<Row> organizationContrasts(Cohort a, Cohort b) {
    String key = String.join("|", "organizations", a.basis(), a.organization(), b.organization());
    List<Measure> measures = new ArrayList<>(measures(a.contrast(a.all(), b.all(), key)));
    List<Optional<Estimate>> adjusted = a.adjusted(b, resampling);
    for (int k = 0; k < adjusted.size(); k++) {
      String theme = themeIds.get(k);
      adjusted
          .get(k)
          .ifPresent(estimate -> measures.add(new Measure(ADJUSTED_DIFFERENCE, theme, estimate)));
    }
    return measures.stream()
        .map(
            measure ->
                Records.row(
                    new FactOrganizationContrast(
                        a.basis(),
                        a.organization(),
                        b.organization(),
                        measure.name,
                        measure.themeId,
                        measure.estimate.value(),
                        low(measure.estimate.interval()),
                        high(measure.estimate.interval()),
                        level(measure.estimate.interval()),
                        measure.estimate.pValue(),
                        null,
                        NOT_JUDGED,
                        a.all().sample().speeches(),
                        b.all().sample().speeches())))
        .toList();
  }

  private List<Row> speakerContrasts(String speaker, Iterator<Row> rows) {
    Map<String, Sample.Builder> builders = new TreeMap<>();
    rows.forEachRemaining(row -> addToOrganization(row, builders));
    TreeMap<String, Resampled> organizations = new TreeMap<>();
    builders.forEach(
        (organization, speeches) ->
            organizations.put(organization, new Resampled(speeches.build(), resampling)));
    List<Row> contrasts = new ArrayList<>();
    organizations.forEach(
        (organizationA, speechesA) ->
            organizations
                .tailMap(organizationA, false)
                .forEach(
                    (organizationB, speechesB) ->
                        contrasts.addAll(
                            speakerContrasts(
                                speaker, organizationA, organizationB, speechesA, speechesB))));
    return contrasts;
  }

  private List<Row> speakerContrasts(
      String speaker, String organizationA, String organizationB, Resampled a, Resampled b) {
    String key = String.join("|", "speaker", speaker, organizationA, organizationB);
    return measures(Contrast.ofSpeeches(a, b, key)).stream()
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
                        a.sample().speeches(),
                        b.sample().speeches())))
        .toList();
  }

  /** The measures of a contrast in the order in which they are published. */
  private List<Measure> measures(Contrast contrast) {
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure(JENSEN_SHANNON, ALL, contrast.divergence()));
    for (int k = 0; k < themeIds.size(); k++) {
      measures.add(new Measure(SHARE_DIFFERENCE, themeIds.get(k), contrast.themes().get(k)));
    }
    return measures;
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
