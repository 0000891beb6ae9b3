package org.summitthemes.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.config.OrganizationsConfig;
import org.summitthemes.table.CopyPair;
import org.summitthemes.table.FactMention;
import org.summitthemes.table.FactRejectedInput;
import org.summitthemes.table.Records;
import org.summitthemes.table.Speech;

/**
 * Reads corpora into speeches.
 *
 * <p>Input: files. Output: {@link Speech}, {@link FactMention}, {@link FactRejectedInput}, and the
 * number of inputs skipped by each rule. Every input is one of these: that is checked. Example:
 * {@code jobs/submit.sh ingest --corpus sample-data --out out}
 */
public final class IngestJob {
  /** The sampled hashes of so many new speeches fit into the memory of every executor. */
  private static final long SKETCHES_AT_HAND = 2_000;

  private IngestJob() {}

  /**
   * Reads the corpora. The datasets rest on one that is kept in memory or on disk until the outputs
   * are closed.
   *
   * @param corpora paths of any Hadoop file system: folders, files, globs
   */
  public static Outputs read(
      SparkSession spark,
      List<String> corpora,
      CorpusConfig corpus,
      OrganizationsConfig organizations,
      String runId) {
    List<InputFile> files = new InputFiles(spark.sessionState().newHadoopConf()).list(corpora);
    return read(spark, files, ItemReader.slices(spark, files), corpus, organizations, runId);
  }

  /**
   * Reads the files of a corpus that are new or have changed, and gives what reading all of them
   * would.
   *
   * @param changed whether the file of that name is to be read
   * @param former what is known of the other files
   */
  public static Outputs read(
      SparkSession spark,
      CorpusFiles files,
      Predicate<String> changed,
      Former former,
      CorpusConfig corpus,
      OrganizationsConfig organizations,
      String runId) {
    List<InputFile> inputs = files.inputs(changed);
    Outputs outputs =
        outputs(
            spark,
            ItemReader.items(
                spark, inputs, ItemReader.slices(spark, inputs), corpus, organizations),
            former,
            runId);
    outputs.check(files.files().size());
    return outputs;
  }

  static Outputs read(
      SparkSession spark,
      List<InputFile> files,
      int slices,
      CorpusConfig corpus,
      OrganizationsConfig organizations,
      String runId) {
    Outputs outputs =
        outputs(
            spark,
            ItemReader.items(spark, files, slices, corpus, organizations),
            Former.none(spark),
            runId);
    outputs.check(files.size());
    return outputs;
  }

  private static Outputs outputs(
      SparkSession spark, Dataset<Row> read, Former former, String runId) {
    Dataset<Row> fresh = read.persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> items =
        sketched(former.items(), false)
            .unionByName(sketched(fresh, true))
            .drop("hashes")
            .persist(StorageLevel.MEMORY_AND_DISK());
    List<Row> outcomes = outcomes(items);
    Dataset<Row> keyed =
        items
            .where(col("outcome").equalTo(IngestedItem.SPEECH))
            .transform(IngestJob::withKeys)
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> rows = rows(fresh, former.speeches(), runId);
    Dataset<Row> longest =
        keyed.transform(IngestJob::withLongest).persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> pairs =
        pairs(longest, fresh, rows, former).persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> resolved =
        withOriginals(longest, originals(spark, CopyFinder.originals(pairs)))
            .select("item_uri", "speech_id", "duplicate_of", "speech_sha256")
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> keys = resolved.select("item_uri", "speech_id", "duplicate_of");
    return new Outputs(
        rows.drop("speech_id", "duplicate_of")
            .join(keys, rows.col("source_uri").equalTo(keys.col("item_uri")))
            .select(Records.columns(Speech.class)),
        mentions(keyed),
        rejected(items),
        skipped(outcomes),
        counts(outcomes),
        fresh.select(Records.columns(IngestedItem.class)),
        pairs.select(Records.columns(CopyPair.class)).distinct(),
        resolved.select(
            col("speech_id").as("key"),
            concat_ws(" ", col("speech_sha256"), col("duplicate_of")).as("version")),
        items,
        List.of(fresh, items, keyed, longest, pairs, resolved));
  }

  /** Rows of {@link IngestedItem}, and whether they are new. */
  private static Dataset<Row> sketched(Dataset<Row> items, boolean isNew) {
    return items.select(Records.columns(IngestedItem.class)).withColumn("is_new", lit(isNew));
  }

  private static Dataset<Row> pairs(
      Dataset<Row> longest, Dataset<Row> fresh, Dataset<Row> rows, Former former) {
    Dataset<Row> hashes =
        former.items().select("item_uri", "hashes").union(fresh.select("item_uri", "hashes"));
    Dataset<Row> speeches =
        hashes.join(
            longest.where(col("speech_id").equalTo(col("longest"))), Columns.of("item_uri"));
    Dataset<Row> texts = rows.select(col("source_uri").as("item_uri"), col("text"));
    return onlyAdds(longest, former)
        ? CopyFinder.pairsWithNew(speeches, texts, former.pairs())
        : CopyFinder.pairs(speeches, texts, former.pairs());
  }

  /** Whether all that was known is there and stands for the same as before, and little is new. */
  private static boolean onlyAdds(Dataset<Row> longest, Former former) {
    if (!former.isWhole()) {
      return false;
    }

    Dataset<Row> known =
        former
            .speeches()
            .select(col("source_uri").as("item_uri"), col("speech_id").as("former_id"));
    Row counts =
        longest
            .join(known, Columns.of("item_uri"), "full")
            .agg(
                count_if(col("former_id").isNotNull()),
                count_if(
                    col("former_id")
                        .equalTo(col("speech_id"))
                        .and(not(col("is_new")))
                        .and(not(col("longest_is_new")))),
                count_if(col("is_new")))
            .head();
    return counts.getLong(0) == counts.getLong(1)
        && counts.getLong(0) > 0
        && counts.getLong(2) <= SKETCHES_AT_HAND;
  }

  /** The rows of the speeches with the keys they claim, or had before. */
  private static Dataset<Row> rows(Dataset<Row> fresh, Dataset<Row> former, String runId) {
    Dataset<Row> read =
        fresh
            .where(col("outcome").equalTo(IngestedItem.SPEECH))
            .withColumn("first_run_id", lit(runId))
            .select(Records.columns(Speech.class));
    Dataset<Row> known = former.select(Records.columns(Speech.class));
    return read.unionByName(
        known.join(read.select("source_uri"), Columns.of("source_uri"), "left_anti"));
  }

  /** Replaces claimed keys by final ones, as {@code SpeechIds} documents. */
  private static Dataset<Row> withKeys(Dataset<Row> speeches) {
    WindowSpec claimed = Window.partitionBy("claimed_id");
    WindowSpec copies = Window.partitionBy("own_id").orderBy("item_uri", "file");
    Column contested = min("text_sha256").over(claimed).notEqual(max("text_sha256").over(claimed));
    Column digits = substring(col("text_sha256"), 1, 8);
    return speeches
        .withColumn(
            "own_id",
            when(contested, concat(col("claimed_id"), lit("-"), digits))
                .otherwise(col("claimed_id")))
        .withColumn("copy", row_number().over(copies))
        .withColumn(
            "speech_id",
            when(col("copy").equalTo(1), col("own_id"))
                .otherwise(concat(col("own_id"), lit("~"), col("copy"))))
        .drop("own_id", "copy");
  }

  /** The key of the longest of the speeches with the same words. */
  private static Dataset<Row> withLongest(Dataset<Row> speeches) {
    WindowSpec sameWords =
        Window.partitionBy("text_sha256").orderBy(col("n_chars").desc(), col("speech_id").asc());
    return speeches
        .withColumn("longest", first("speech_id").over(sameWords))
        .withColumn("longest_is_new", first("is_new").over(sameWords));
  }

  private static Dataset<Row> withOriginals(Dataset<Row> withLongest, Dataset<Row> originals) {
    Column original = coalesce(col("original"), col("longest"));
    return withLongest
        .join(originals, withLongest.col("longest").equalTo(originals.col("copy")), "left")
        .withColumn("duplicate_of", when(original.notEqual(col("speech_id")), original));
  }

  private static Dataset<Row> originals(SparkSession spark, Map<String, String> originals) {
    List<Row> rows = new ArrayList<>();
    originals.forEach((copy, original) -> rows.add(RowFactory.create(copy, original)));
    return spark.createDataFrame(rows, StructType.fromDDL("copy string, original string"));
  }

  private static Dataset<Row> mentions(Dataset<Row> speeches) {
    Dataset<Row> listed =
        speeches.select("speech_id", "organizations", "roles", "counts", "first_offsets");
    return listed
        .flatMap(
            (FlatMapFunction<Row, Row>) row -> mentions(row).iterator(),
            Records.encoder(FactMention.class))
        .select(Records.columns(FactMention.class));
  }

  private static List<Row> mentions(Row speech) {
    List<String> organizations = speech.getList(1);
    List<String> roles = speech.getList(2);
    List<Integer> counts = speech.getList(3);
    List<Integer> offsets = speech.getList(4);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < organizations.size(); i++) {
      rows.add(
          Records.row(
              IngestedItem.mention(
                  speech.getString(0),
                  organizations.get(i),
                  roles.get(i),
                  counts.get(i),
                  offsets.get(i))));
    }
    return rows;
  }

  /** Inputs of one name, as an archive may hold them, are told apart by {@code ~2}, {@code ~3}. */
  private static Dataset<Row> rejected(Dataset<Row> items) {
    WindowSpec namesakes =
        Window.partitionBy("item_uri")
            .orderBy("file", "code", "detail", "item_bytes", "item_sha256");
    return items
        .where(col("outcome").equalTo(IngestedItem.REJECTED))
        .withColumn("namesake", row_number().over(namesakes))
        .select(
            when(col("namesake").equalTo(1), col("item_uri"))
                .otherwise(concat(col("item_uri"), lit("~"), col("namesake")))
                .as("source_uri"),
            col("code").as("reason_code"),
            col("detail"),
            col("item_bytes").as("n_bytes"),
            col("item_sha256").as("content_sha256"))
        .select(Records.columns(FactRejectedInput.class));
  }

  /** How many items there are of each outcome and, of those that are no speech, of each code. */
  private static List<Row> outcomes(Dataset<Row> items) {
    return items.groupBy("outcome", "code").count().collectAsList();
  }

  private static Map<String, Long> skipped(List<Row> outcomes) {
    return outcomes.stream()
        .filter(row -> row.getString(0).equals(IngestedItem.SKIPPED))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toMap(row -> row.getString(1), row -> row.getLong(2)),
                counts -> Collections.unmodifiableMap(new TreeMap<>(counts))));
  }

  private static Counts counts(List<Row> outcomes) {
    return new Counts(
        number(outcomes, outcome -> true),
        number(outcomes, IngestedItem.SPEECH::equals),
        number(outcomes, IngestedItem.REJECTED::equals),
        number(outcomes, IngestedItem.SKIPPED::equals));
  }

  private static long number(List<Row> outcomes, Predicate<String> outcome) {
    return outcomes.stream()
        .filter(row -> outcome.test(row.getString(0)))
        .mapToLong(row -> row.getLong(2))
        .sum();
  }

  /**
   * How many inputs there were and what became of them. An input is a file, but for files that hold
   * many documents: there, each document, and the file itself if it is damaged.
   */
  public record Counts(long inputs, long speeches, long rejected, long skipped) {}

  /**
   * What is known of the files that are not read again.
   *
   * @param items rows of {@link IngestedItem} of those files alone
   * @param speeches rows of {@link Speech}, at least those of the files
   * @param pairs rows of {@link CopyPair}
   * @param isWhole whether the files are all that were read before: none has gone or changed
   */
  public record Former(
      Dataset<Row> items, Dataset<Row> speeches, Dataset<Row> pairs, boolean isWhole) {
    /** Nothing is known: all files are read. */
    public static Former none(SparkSession spark) {
      return new Former(
          Records.dataset(spark, IngestedItem.class, List.of()),
          Records.dataset(spark, Speech.class, List.of()),
          Records.dataset(spark, CopyPair.class, List.of()),
          false);
    }
  }

  /**
   * What was read, as if all files had been.
   *
   * @param speeches rows of {@link Speech}
   * @param mentions rows of {@link FactMention}
   * @param rejected rows of {@link FactRejectedInput}
   * @param skipped number of inputs skipped, by rule
   * @param items rows of {@link IngestedItem} of the files that were read
   * @param pairs rows of {@link CopyPair}
   * @param versions rows of {@link org.summitthemes.table.StageInput} of the speeches
   */
  public record Outputs(
      Dataset<Row> speeches,
      Dataset<Row> mentions,
      Dataset<Row> rejected,
      Map<String, Long> skipped,
      Counts counts,
      Dataset<Row> items,
      Dataset<Row> pairs,
      Dataset<Row> versions,
      Dataset<Row> all,
      List<Dataset<Row>> kept)
      implements AutoCloseable {

    /** Nothing may be lost or counted twice between the files and the tables. */
    private void check(long files) {
      long filesSeen = all.select(count_distinct(col("file"))).head().getLong(0);
      if (filesSeen != files) {
        throw new IllegalStateException(
            "%d files were listed, but %d are accounted for".formatted(files, filesSeen));
      }

      Row keys =
          speeches
              .agg(count_distinct(col("speech_id")), org.apache.spark.sql.functions.count("*"))
              .head();
      if (keys.getLong(0) != counts.speeches() || keys.getLong(1) != counts.speeches()) {
        throw new IllegalStateException(
            "%d speeches were read, but the table has %d rows and %d keys"
                .formatted(counts.speeches(), keys.getLong(1), keys.getLong(0)));
      }
    }

    @Override
    public void close() {
      kept.forEach(Dataset::unpersist);
    }
  }
}
