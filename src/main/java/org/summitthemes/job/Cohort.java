package org.summitthemes.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.stats.AdjustedDifference;
import org.summitthemes.stats.ClusterYear;
import org.summitthemes.stats.Contrast;
import org.summitthemes.stats.Estimate;
import org.summitthemes.stats.Resampled;
import org.summitthemes.stats.Resampling;
import org.summitthemes.stats.Sample;

/**
 * The speeches of an organization on a basis, reduced to words of each theme by unit of evidence
 * and year: some hundred bytes for each, so that all cohorts fit into the memory of every process.
 */
final class Cohort implements Serializable {
  private static final long serialVersionUID = 1;

  /** Stands for the year of speeches whose year is not known. */
  private static final String UNKNOWN = "";

  private static final StructType SCHEMA =
      new StructType()
          .add("basis", DataTypes.StringType, false)
          .add("organization_id", DataTypes.StringType, false)
          .add("years", DataTypes.createArrayType(DataTypes.StringType, false), false)
          .add("clusters", DataTypes.createArrayType(DataTypes.StringType, false), false)
          .add("units", DataTypes.createArrayType(DataTypes.StringType, false), false)
          .add("speeches", DataTypes.createArrayType(DataTypes.IntegerType, false), false)
          .add("words", DataTypes.createArrayType(DataTypes.LongType, false), false);

  private final String basis;
  private final String organization;
  private final Resampled all;
  private final SortedMap<String, Resampled> years;
  private final List<ClusterYear> dated;

  private Cohort(
      String basis,
      String organization,
      Resampled all,
      SortedMap<String, Resampled> years,
      List<ClusterYear> dated) {
    this.basis = basis;
    this.organization = organization;
    this.all = all;
    this.years = years;
    this.dated = dated;
  }

  /**
   * Gathers the cohorts in the driver, in the order of basis and organization.
   *
   * @param belongings basis, organization_id, unit, year, words and cluster
   */
  static List<Cohort> of(Dataset<Row> belongings, int themes, Resampling resampling) {
    return Groups.of(
            belongings.select("basis", "organization_id", "unit", "year", "words", "cluster"),
            Encoders.row(SCHEMA),
            (key, rows) -> List.of(packed(key, rows, themes)),
            "basis",
            "organization_id")
        .sort("basis", "organization_id")
        .collectAsList()
        .stream()
        .map(row -> unpacked(row, themes, resampling))
        .toList();
  }

  String basis() {
    return basis;
  }

  String organization() {
    return organization;
  }

  /** All speeches, dated or not. */
  Resampled all() {
    return all;
  }

  /** The speeches of each year. */
  SortedMap<String, Resampled> years() {
    return years;
  }

  /**
   * Whether the two are contrasted: organizations always, to say also that there are too few
   * speeches; of other groups, which may be thousands, those with enough.
   */
  boolean isPairedWith(Cohort other) {
    boolean ofOrganizations = basis.equals(Belongings.VENUE) || basis.equals(Belongings.MEMBERS);
    return basis.equals(other.basis)
        && (ofOrganizations || (all.hasEnough() && other.all.hasEnough()));
  }

  /** Contrasts speeches of this organization with others on the same basis. */
  Contrast contrast(Resampled own, Resampled others, String key) {
    return basis.equals(Belongings.MEMBERS)
        ? Contrast.ofClusters(own, others)
        : Contrast.ofSpeeches(own, others, key);
  }

  /**
   * How the shares of the themes differ from another organization's in the same years and at the
   * same length of speeches, at venues also with the same countries speaking. Among members the
   * country is what makes the organization, so it cannot be held constant.
   */
  List<Optional<Estimate>> adjusted(Cohort other, Resampling resampling) {
    return AdjustedDifference.of(dated, other.dated, !basis.equals(Belongings.MEMBERS), resampling);
  }

  /** Adds up the speeches of each unit and year. */
  private static Row packed(Row key, Iterator<Row> rows, int themes) {
    SortedMap<String, SortedMap<String, long[]>> years = new TreeMap<>();
    Map<String, String> clusters = new HashMap<>();
    rows.forEachRemaining(
        row -> {
          clusters.put(row.getString(2), row.getString(5));
          String year = row.getString(3);
          List<Long> words = row.getList(4);
          long[] sums =
              years
                  .computeIfAbsent(year == null ? UNKNOWN : year, any -> new TreeMap<>())
                  .computeIfAbsent(row.getString(2), any -> new long[themes + 1]);
          for (int k = 0; k < themes; k++) {
            sums[k] += words.get(k);
          }
          sums[themes]++;
        });
    Packing packing = new Packing(years, clusters, themes);
    return RowFactory.create(
        key.getString(0),
        key.getString(1),
        packing.years,
        packing.clusters,
        packing.units,
        packing.speeches,
        packing.words);
  }

  private static Cohort unpacked(Row row, int themes, Resampling resampling) {
    List<String> years = row.getList(2);
    List<String> clusters = row.getList(3);
    List<String> units = row.getList(4);
    List<Integer> speeches = row.getList(5);
    List<Long> words = row.getList(6);
    SortedMap<String, Sample.Builder> byYear = new TreeMap<>();
    List<ClusterYear> dated = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      long[] ofUnit =
          words.subList(i * themes, (i + 1) * themes).stream().mapToLong(Long::longValue).toArray();
      byYear
          .computeIfAbsent(years.get(i), any -> Sample.over(themes))
          .add(units.get(i), speeches.get(i), ofUnit);
      if (!years.get(i).equals(UNKNOWN)) {
        dated.add(new ClusterYear(clusters.get(i), years.get(i), speeches.get(i), ofUnit));
      }
    }
    SortedMap<String, Resampled> samples = new TreeMap<>();
    byYear.forEach((year, sample) -> samples.put(year, new Resampled(sample.build(), resampling)));
    Resampled all = Resampled.together(List.copyOf(samples.values()));
    samples.remove(UNKNOWN);
    return new Cohort(row.getString(0), row.getString(1), all, samples, dated);
  }

  /** Parallel columns of years, units and their words. */
  private static final class Packing {
    final String[] years;
    final String[] clusters;
    final String[] units;
    final Integer[] speeches;
    final Long[] words;

    Packing(
        SortedMap<String, SortedMap<String, long[]>> sums,
        Map<String, String> clusterOf,
        int themes) {
      int size = sums.values().stream().mapToInt(Map::size).sum();
      years = new String[size];
      clusters = new String[size];
      units = new String[size];
      speeches = new Integer[size];
      words = new Long[size * themes];
      int row = 0;
      for (String year : sums.keySet()) {
        for (String unit : sums.get(year).keySet()) {
          long[] ofUnit = sums.get(year).get(unit);
          years[row] = year;
          clusters[row] = clusterOf.get(unit);
          units[row] = unit;
          speeches[row] = (int) ofUnit[themes];
          for (int k = 0; k < themes; k++) {
            words[row * themes + k] = ofUnit[k];
          }
          row++;
        }
      }
    }
  }
}
