package org.summitthemes.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The speeches of two groups side by side, with what is held constant between them: a speech of
 * both groups stands twice.
 *
 * <p>Only years in which both groups have speeches can say what the groups do in the same year, and
 * if clusters are held constant, only clusters with speeches in both: the others are left out.
 */
final class Observations {
  private final List<ClusterYear> rows;
  private final boolean[] ofA;
  private final long[] words;
  private final int[] years;
  private final int[] clusters;

  private Observations(List<ClusterYear> rows, boolean[] ofA) {
    this.rows = rows;
    this.ofA = ofA;
    this.words = rows.stream().mapToLong(row -> Arrays.stream(row.words()).sum()).toArray();
    this.years = numbers(rows.stream().map(ClusterYear::year).toList());
    this.clusters = numbers(rows.stream().map(ClusterYear::cluster).toList());
  }

  /** The observations that can be compared. */
  static Observations of(List<ClusterYear> a, List<ClusterYear> b, boolean withinClusters) {
    List<ClusterYear> ofA = a;
    List<ClusterYear> ofB = b;
    int before;
    do {
      before = ofA.size() + ofB.size();
      Set<String> years = common(ofA, ofB, true);
      ofA = ofA.stream().filter(row -> years.contains(row.year())).toList();
      ofB = ofB.stream().filter(row -> years.contains(row.year())).toList();
      if (withinClusters) {
        Set<String> clusters = common(ofA, ofB, false);
        ofA = ofA.stream().filter(row -> clusters.contains(row.cluster())).toList();
        ofB = ofB.stream().filter(row -> clusters.contains(row.cluster())).toList();
      }
    } while (ofA.size() + ofB.size() < before);
    List<ClusterYear> rows = new ArrayList<>(ofA);
    rows.addAll(ofB);
    boolean[] belongs = new boolean[rows.size()];
    Arrays.fill(belongs, 0, ofA.size(), true);
    return new Observations(rows, belongs);
  }

  private static Set<String> common(List<ClusterYear> a, List<ClusterYear> b, boolean byYear) {
    Set<String> common = new HashSet<>();
    a.forEach(row -> common.add(byYear ? row.year() : row.cluster()));
    Set<String> other = new HashSet<>();
    b.forEach(row -> other.add(byYear ? row.year() : row.cluster()));
    common.retainAll(other);
    return common;
  }

  /** How many rows. */
  int size() {
    return rows.size();
  }

  boolean ofA(int row) {
    return ofA[row];
  }

  /** The number of the year, from 0. */
  int year(int row) {
    return years[row];
  }

  /** The number of the cluster, from 0. */
  int cluster(int row) {
    return clusters[row];
  }

  int nYears() {
    return 1 + Arrays.stream(years).max().orElse(-1);
  }

  int nClusters() {
    return 1 + Arrays.stream(clusters).max().orElse(-1);
  }

  /** How many clusters have speeches in a group. */
  long clustersOf(boolean a) {
    return IntStream.range(0, size())
        .filter(i -> ofA[i] == a)
        .map(i -> clusters[i])
        .distinct()
        .count();
  }

  /** How many speeches of a group are compared. */
  int speechesOf(boolean a) {
    return IntStream.range(0, size())
        .filter(i -> ofA[i] == a)
        .map(i -> rows.get(i).speeches())
        .sum();
  }

  /** All words of a row. */
  long words(int row) {
    return words[row];
  }

  long themeWords(int row, int theme) {
    return rows.get(row).words()[theme];
  }

  /** The mean length of the speeches of a row, in words. */
  double length(int row) {
    return (double) words(row) / rows.get(row).speeches();
  }

  private static int[] numbers(List<String> names) {
    List<String> sorted = new ArrayList<>(new HashSet<>(names));
    Collections.sort(sorted);
    Map<String, Integer> numbers = new HashMap<>();
    sorted.forEach(name -> numbers.put(name, numbers.size()));
    return names.stream().mapToInt(numbers::get).toArray();
  }
}
