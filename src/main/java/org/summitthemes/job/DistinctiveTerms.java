package org.summitthemes.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.row_number;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.config.CompareConfig;
import org.summitthemes.stats.LogOdds;
import org.summitthemes.stats.TermTally;
import org.summitthemes.stats.TermUse;
import org.summitthemes.table.FactDistinctiveTerm;
import org.summitthemes.table.Records;

/**
 * The terms that an organization uses more than all others on the same basis, overall and within
 * each theme.
 *
 * <p>Terms are compared within a language: otherwise every word of the language that an
 * organization speaks most would be distinctive. The rest are the speeches on the same basis that
 * do not belong to the organization; a speech of several organizations counts once among them.
 *
 * <p>Speeches are cut by term, not by organization: a block of terms has all their uses, which one
 * pass reduces to sums for every organization at once. The blocks are so many that the sums of one
 * fit into a few megabytes.
 */
final class DistinctiveTerms implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String ALL_THEMES = "all";

  /** Stands for an organization where names are left out everywhere. */
  private static final String EVERYBODY = "";

  private static final int BLOCKS = 32;
  private static final Pattern PARTS = Pattern.compile("[_ ]");

  /** A block keeps so many times the terms of a list, for some will not be listed. */
  private static final int SPARE = 4;

  /** What a speech says with the terms of one block. */
  private static final StructType PIECES =
      new StructType()
          .add("basis", DataTypes.StringType, false)
          .add("language", DataTypes.StringType, false)
          .add("block", DataTypes.IntegerType, false)
          .add("unit", DataTypes.StringType, false)
          .add("speech_id", DataTypes.StringType, false)
          .add("belongs_to", DataTypes.createArrayType(DataTypes.IntegerType, false), false)
          .add("lengths", DataTypes.createArrayType(DataTypes.IntegerType, false), false)
          .add("terms", DataTypes.createArrayType(DataTypes.StringType, false), false)
          .add("counts", DataTypes.createArrayType(DataTypes.IntegerType, false), false);

  private static final StructType TERMS =
      new StructType()
          .add("basis", DataTypes.StringType, false)
          .add("organization_id", DataTypes.StringType, false)
          .add("language", DataTypes.StringType, false)
          .add("theme_id", DataTypes.StringType, false)
          .add("term", DataTypes.StringType, false)
          .add("log_odds", DataTypes.DoubleType, false)
          .add("z_score", DataTypes.DoubleType, false)
          .add("n_organization", DataTypes.LongType, false)
          .add("n_rest", DataTypes.LongType, false);

  private final List<String> themeIds;
  private final Map<String, List<String>> organizations;
  private final int length;
  private final double minZ;
  private final int minUnits;
  private final boolean keepsNames;

  /**
   * Lists terms for an organization and theme.
   *
   * @param organizations the organizations of each basis
   */
  DistinctiveTerms(
      List<String> themeIds, Map<String, List<String>> organizations, CompareConfig config) {
    this.themeIds = themeIds;
    this.organizations = organizations;
    this.length = config.distinctiveTerms();
    this.minZ = config.distinctiveMinZ();
    this.minUnits = config.distinctiveMinUnits();
    this.keepsNames = config.distinctiveNames();
  }

  /** Rows of {@link FactDistinctiveTerm}. */
  Dataset<Row> of(Dataset<Row> belongings, CompareJob.Inputs inputs) {
    Map<String, Set<String>> ownNames = keepsNames ? Map.of() : ownNames(inputs.ownNames());
    return TermCounts.of(inputs)
        .join(functions.broadcast(places(belongings)), "speech_id")
        .transform(this::pieces)
        .transform(pieces -> distinctive(pieces, ownNames))
        .transform(terms -> asReadersKnowThem(terms, inputs.surfaces()))
        .transform(this::ranked)
        .select(Records.columns(FactDistinctiveTerm.class));
  }

  /** Where a speech belongs on each basis; with one organization there is no rest. */
  private Dataset<Row> places(Dataset<Row> belongings) {
    Object[] comparable =
        organizations.keySet().stream()
            .filter(basis -> organizations.get(basis).size() > 1)
            .toArray();
    return belongings
        .where(col("basis").isin(comparable))
        .groupBy("basis", "speech_id")
        .agg(first("unit").as("unit"), collect_set("organization_id").as("organizations"));
  }

  /** Cuts speeches by term; every block has the lengths of all speeches. */
  private Dataset<Row> pieces(Dataset<Row> counts) {
    Map<String, Map<String, Integer>> numbers = new TreeMap<>();
    organizations.forEach(
        (basis, all) -> {
          Map<String, Integer> ofBasis = new TreeMap<>();
          all.forEach(organization -> ofBasis.put(organization, ofBasis.size()));
          numbers.put(basis, ofBasis);
        });
    int themes = themeIds.size();
    FlatMapFunction<Row, Row> cut =
        speech -> {
          Map<String, Integer> ofBasis = numbers.get(speech.getString(0));
          Integer[] belongsTo =
              speech.<String>getList(3).stream().map(ofBasis::get).sorted().toArray(Integer[]::new);
          return pieces(speech, belongsTo, themes).iterator();
        };
    return counts
        .select("basis", "speech_id", "unit", "organizations", "language", "terms", "counts")
        .flatMap(cut, Encoders.row(PIECES));
  }

  private static List<Row> pieces(Row speech, Integer[] belongsTo, int themes) {
    List<String> terms = speech.getList(5);
    List<Integer> counts = speech.getList(6);
    Integer[] lengths = new Integer[themes];
    Arrays.fill(lengths, 0);
    List<List<String>> ofBlock =
        IntStream.range(0, BLOCKS).mapToObj(b -> (List<String>) new ArrayList<String>()).toList();
    List<List<Integer>> countsOfBlock =
        IntStream.range(0, BLOCKS).mapToObj(b -> (List<Integer>) new ArrayList<Integer>()).toList();
    for (int t = 0; t < terms.size(); t++) {
      int block = Math.floorMod(terms.get(t).hashCode(), BLOCKS);
      ofBlock.get(block).add(terms.get(t));
      for (int k = 0; k < themes; k++) {
        Integer count = counts.get(t * themes + k);
        countsOfBlock.get(block).add(count);
        lengths[k] += count;
      }
    }
    return IntStream.range(0, BLOCKS)
        .mapToObj(
            block ->
                RowFactory.create(
                    speech.get(0),
                    speech.get(4),
                    block,
                    speech.get(2),
                    speech.get(1),
                    belongsTo,
                    lengths,
                    ofBlock.get(block).toArray(),
                    countsOfBlock.get(block).toArray()))
        .toList();
  }

  private Dataset<Row> distinctive(Dataset<Row> pieces, Map<String, Set<String>> ownNames) {
    Column[] keys = {col("basis"), col("language"), col("block")};
    StructType key =
        new StructType(
            new StructField[] {
              PIECES.apply("basis"), PIECES.apply("language"), PIECES.apply("block")
            });
    FlatMapGroupsFunction<Row, Row, Row> tally =
        (block, speeches) -> distinctive(block, speeches, ownNames);
    return pieces
        .repartition(Groups.partitions(pieces.sparkSession()), keys)
        .groupBy(keys)
        .as(Encoders.row(key), Encoders.row(PIECES))
        .flatMapSortedGroups(
            new Column[] {col("unit"), col("speech_id")}, tally, Encoders.row(TERMS));
  }

  private Iterator<Row> distinctive(
      Row block, Iterator<Row> speeches, Map<String, Set<String>> ownNames) {
    String basis = block.getString(0);
    List<String> ofBasis = organizations.get(basis);
    TermTally tally = tally(speeches, ofBasis.size());
    return IntStream.range(0, ofBasis.size() * (themeIds.size() + 1))
        .boxed()
        .flatMap(
            cell -> {
              int organization = cell / (themeIds.size() + 1);
              int theme = cell % (themeIds.size() + 1);
              String id = ofBasis.get(organization);
              Set<String> names = new HashSet<>(ownNames.getOrDefault(EVERYBODY, Set.of()));
              names.addAll(ownNames.getOrDefault(id, Set.of()));
              return distinctive(tally, organization, theme, names).stream()
                  .map(
                      term ->
                          RowFactory.create(
                              basis,
                              id,
                              block.getString(1),
                              theme < themeIds.size() ? themeIds.get(theme) : ALL_THEMES,
                              term.name,
                              term.logOdds.value(),
                              term.logOdds.zScore(),
                              term.own,
                              term.rest));
            })
        .iterator();
  }

  private TermTally tally(Iterator<Row> speeches, int organizations) {
    TermTally tally = new TermTally(organizations, themeIds.size());
    String unit = null;
    String id = null;
    while (speeches.hasNext()) {
      Row speech = speeches.next();
      if (unit != null && !unit.equals(speech.getString(3))) {
        tally.endUnit();
      } else if (id != null && !id.equals(speech.getString(4))) {
        tally.endSpeech();
      }
      unit = speech.getString(3);
      id = speech.getString(4);
      tally.add(speech.getList(5), speech.getList(6), speech.getList(7), speech.getList(8));
    }
    tally.endUnit();
    return tally;
  }

  /** The terms of a block that stand out most in an organization and theme. */
  private List<Term> distinctive(
      TermTally tally, int organization, int theme, Set<String> ownNames) {
    List<Term> terms = new ArrayList<>();
    for (int t = 0; t < tally.size(); t++) {
      if (tally.units(t, organization, theme) >= minUnits) {
        TermUse own = tally.own(t, organization, theme);
        TermUse rest = tally.rest(t, organization, theme);
        if (isMoreFrequent(own, rest) && !isOwnName(tally.term(t), ownNames)) {
          // The prior weighs as much as an average speech.
          LogOdds logOdds = LogOdds.of(own, rest, tally.meanLength(theme));
          terms.add(new Term(tally.term(t), logOdds, own.occurrences(), rest.occurrences()));
        }
      }
    }
    return terms.stream()
        .filter(term -> term.logOdds.zScore() > 0 && term.logOdds.zScore() >= minZ)
        .sorted(
            Comparator.comparingDouble((Term term) -> -term.logOdds.zScore())
                .thenComparing(Term::name))
        .limit((long) SPARE * length)
        .toList();
  }

  private static boolean isMoreFrequent(TermUse own, TermUse rest) {
    return rest.tokens() > 0
        && own.occurrences() * rest.tokens() > rest.occurrences() * own.tokens();
  }

  /** Whether every part of a term stands in the organization's own names or in speakers'. */
  private static boolean isOwnName(String term, Set<String> names) {
    return !names.isEmpty()
        && (names.contains(term) || names.containsAll(PARTS.splitAsStream(term).toList()));
  }

  private static Map<String, Set<String>> ownNames(Dataset<Row> names) {
    Map<String, Set<String>> ownNames = new HashMap<>();
    names
        .select("organization_id", "term")
        .collectAsList()
        .forEach(
            row ->
                ownNames
                    .computeIfAbsent(row.getString(0), any -> new HashSet<>())
                    .add(row.getString(1)));
    return ownNames;
  }

  /** Shows terms in their commonest form; of two terms that look the same, the more distinctive. */
  private static Dataset<Row> asReadersKnowThem(Dataset<Row> terms, Dataset<Row> surfaces) {
    WindowSpec sameForm =
        Window.partitionBy("basis", "organization_id", "theme_id", "surface")
            .orderBy(desc("z_score"), col("language"), col("stem"));
    return terms
        .withColumnRenamed("term", "stem")
        .join(
            surfaces.select(col("term").as("stem"), col("surface")), new String[] {"stem"}, "left")
        .withColumn("surface", coalesce(col("surface"), col("stem")))
        .withColumn("place", row_number().over(sameForm))
        .where(col("place").equalTo(1))
        .withColumnRenamed("surface", "term");
  }

  private Dataset<Row> ranked(Dataset<Row> terms) {
    WindowSpec list =
        Window.partitionBy("basis", "organization_id", "theme_id")
            .orderBy(desc("z_score"), col("term"));
    return terms.withColumn("rank", row_number().over(list)).where(col("rank").leq(length));
  }

  private record Term(String name, LogOdds logOdds, long own, long rest) {}
}
