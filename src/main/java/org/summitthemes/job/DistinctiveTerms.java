package org.summitthemes.job;

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
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.broadcast.Broadcast;
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
import org.summitthemes.text.Vocabulary;

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
 * fit into some megabytes.
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
          .add("terms", DataTypes.createArrayType(DataTypes.IntegerType, false), false)
          .add("themes", DataTypes.createArrayType(DataTypes.IntegerType, false), false)
          .add("counts", DataTypes.createArrayType(DataTypes.IntegerType, false), false);

  private static final StructType TERMS =
      new StructType()
          .add("basis", DataTypes.StringType, false)
          .add("organization_id", DataTypes.StringType, false)
          .add("language", DataTypes.StringType, false)
          .add("theme_id", DataTypes.StringType, false)
          .add("stem", DataTypes.StringType, false)
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
    Map<String, Set<String>> names = keepsNames ? Map.of() : ownNames(inputs.ownNames());
    Broadcast<Vocabulary> vocabulary =
        JavaSparkContext.fromSparkContext(belongings.sparkSession().sparkContext())
            .broadcast(inputs.vocabulary());
    return inputs
        .tallies()
        .select("speech_id", "language", "term_ids", "themes", "counts")
        .join(functions.broadcast(places(belongings)), "speech_id")
        .transform(this::pieces)
        .transform(pieces -> distinctive(pieces, vocabulary, names))
        .transform(DistinctiveTerms::told)
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
          int[] belongsTo =
              speech.<String>getList(3).stream().mapToInt(ofBasis::get).sorted().toArray();
          return pieces(speech, belongsTo, themes).iterator();
        };
    return counts
        .select(
            "basis",
            "speech_id",
            "unit",
            "organizations",
            "language",
            "term_ids",
            "themes",
            "counts")
        .flatMap(cut, Encoders.row(PIECES));
  }

  private static List<Row> pieces(Row speech, int[] belongsTo, int themes) {
    int[] terms = ints(speech, 5);
    int[] ofThemes = ints(speech, 6);
    int[] counts = ints(speech, 7);
    int[] lengths = new int[themes];
    int[] sizes = new int[BLOCKS];
    for (int i = 0; i < terms.length; i++) {
      lengths[ofThemes[i]] += counts[i];
      sizes[terms[i] % BLOCKS]++;
    }
    int[][][] blocks =
        Arrays.stream(sizes).mapToObj(size -> new int[3][size]).toArray(int[][][]::new);
    Arrays.fill(sizes, 0);
    for (int i = 0; i < terms.length; i++) {
      int block = terms[i] % BLOCKS;
      int place = sizes[block]++;
      blocks[block][0][place] = terms[i] / BLOCKS;
      blocks[block][1][place] = ofThemes[i];
      blocks[block][2][place] = counts[i];
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
                    blocks[block][0],
                    blocks[block][1],
                    blocks[block][2]))
        .toList();
  }

  private static int[] ints(Row row, int column) {
    return row.<Integer>getList(column).stream().mapToInt(Integer::intValue).toArray();
  }

  private Dataset<Row> distinctive(
      Dataset<Row> pieces, Broadcast<Vocabulary> vocabulary, Map<String, Set<String>> names) {
    Column[] keys = {col("basis"), col("language"), col("block")};
    StructType key =
        new StructType(
            new StructField[] {
              PIECES.apply("basis"), PIECES.apply("language"), PIECES.apply("block")
            });
    FlatMapGroupsFunction<Row, Row, Row> tally =
        (block, speeches) ->
            distinctive(block, tally(block, speeches), new Names(vocabulary.value(), names));
    return pieces
        .repartition(Groups.partitions(pieces.sparkSession()), keys)
        .groupBy(keys)
        .as(Encoders.row(key), Encoders.row(PIECES))
        .flatMapSortedGroups(
            new Column[] {col("unit"), col("speech_id")}, tally, Encoders.row(TERMS));
  }

  private Iterator<Row> distinctive(Row block, TermTally tally, Names names) {
    List<String> ofBasis = organizations.get(block.getString(0));
    return IntStream.range(0, ofBasis.size() * (themeIds.size() + 1))
        .boxed()
        .flatMap(
            cell -> {
              int organization = cell / (themeIds.size() + 1);
              int theme = cell % (themeIds.size() + 1);
              return distinctive(tally, organization, theme).stream()
                  .map(term -> term.named(names, block.getInt(2)))
                  .sorted(Named.ORDER)
                  .filter(term -> !names.areOf(term.term, ofBasis.get(organization)))
                  .limit((long) SPARE * length)
                  .map(term -> row(block, ofBasis.get(organization), theme, term));
            })
        .iterator();
  }

  private Row row(Row block, String organization, int theme, Named named) {
    return RowFactory.create(
        block.getString(0),
        organization,
        block.getString(1),
        theme < themeIds.size() ? themeIds.get(theme) : ALL_THEMES,
        named.term.name(),
        named.term.surface(),
        named.use.logOdds.value(),
        named.zScore,
        named.use.own,
        named.use.rest);
  }

  private TermTally tally(Row block, Iterator<Row> speeches) {
    TermTally tally = new TermTally(organizations.get(block.getString(0)).size(), themeIds.size());
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
      tally.add(
          ints(speech, 5), ints(speech, 6), ints(speech, 7), ints(speech, 8), ints(speech, 9));
    }
    tally.endUnit();
    return tally;
  }

  /** The terms of a block that stand out in an organization and theme. */
  private List<Use> distinctive(TermTally tally, int organization, int theme) {
    List<Use> uses = new ArrayList<>();
    for (int t = 0; t < tally.size(); t++) {
      if (tally.units(t, organization, theme) >= minUnits) {
        TermUse own = tally.own(t, organization, theme);
        TermUse rest = tally.rest(t, organization, theme);
        if (isMoreFrequent(own, rest)) {
          // The prior weighs as much as an average speech.
          LogOdds logOdds = LogOdds.of(own, rest, tally.meanLength(theme));
          if (logOdds.zScore() > 0 && logOdds.zScore() >= minZ) {
            uses.add(new Use(t, logOdds, own.occurrences(), rest.occurrences()));
          }
        }
      }
    }
    return uses;
  }

  private static boolean isMoreFrequent(TermUse own, TermUse rest) {
    return rest.tokens() > 0
        && own.occurrences() * rest.tokens() > rest.occurrences() * own.tokens();
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

  /** Of two terms that look the same, the more distinctive. */
  private static Dataset<Row> told(Dataset<Row> terms) {
    WindowSpec sameForm =
        Window.partitionBy("basis", "organization_id", "theme_id", "term")
            .orderBy(desc("z_score"), col("language"), col("stem"));
    return terms.withColumn("place", row_number().over(sameForm)).where(col("place").equalTo(1));
  }

  private Dataset<Row> ranked(Dataset<Row> terms) {
    WindowSpec list =
        Window.partitionBy("basis", "organization_id", "theme_id")
            .orderBy(desc("z_score"), col("term"));
    return terms.withColumn("rank", row_number().over(list)).where(col("rank").leq(length));
  }

  /** How a term of a block stands out. */
  private record Use(int number, LogOdds logOdds, long own, long rest) {
    Named named(Names names, int block) {
      return new Named(names.term(number * BLOCKS + block), this, logOdds.zScore());
    }
  }

  private record Named(Vocabulary.Term term, Use use, double zScore) {
    static final Comparator<Named> ORDER =
        Comparator.comparingDouble((Named named) -> -named.zScore)
            .thenComparing(named -> named.term.name());
  }

  /** The terms of a vocabulary, and which of them are names of organizations or people. */
  private static final class Names {
    private final Vocabulary vocabulary;
    private final Map<String, Set<String>> names;
    private final Map<String, List<String>> parts = new HashMap<>();

    Names(Vocabulary vocabulary, Map<String, Set<String>> names) {
      this.vocabulary = vocabulary;
      this.names = names;
    }

    Vocabulary.Term term(int index) {
      return vocabulary.term(index);
    }

    /** Whether every part of a term stands in the organization's own names or in speakers'. */
    boolean areOf(Vocabulary.Term term, String organization) {
      return isOf(term.name(), organization)
          || parts.computeIfAbsent(term.name(), name -> PARTS.splitAsStream(name).toList()).stream()
              .allMatch(part -> isOf(part, organization));
    }

    private boolean isOf(String word, String organization) {
      return names.getOrDefault(EVERYBODY, Set.of()).contains(word)
          || names.getOrDefault(organization, Set.of()).contains(word);
    }
  }
}
