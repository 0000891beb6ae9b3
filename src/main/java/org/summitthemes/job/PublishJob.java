package org.summitthemes.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.DataSource;
import org.apache.spark.sql.internal.SQLConf;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.summitthemes.UserException;
import org.summitthemes.check.Constraints;
import org.summitthemes.check.Outcome;
import org.summitthemes.config.PublishConfig;
import org.summitthemes.report.CsvTable;
import org.summitthemes.report.DataPackage;
import org.summitthemes.report.Dictionary;
import org.summitthemes.report.Frame;
import org.summitthemes.report.Page;
import org.summitthemes.report.Provenance;
import org.summitthemes.report.RunJson;
import org.summitthemes.report.SparkTable;
import org.summitthemes.report.WrittenFile;
import org.summitthemes.store.StoredRows;
import org.summitthemes.table.FactSentenceTheme;
import org.summitthemes.table.OrderedTable;
import org.summitthemes.table.Records;
import org.summitthemes.table.Tables;

/**
 * Writes a complete publication into a new folder: Parquet, CSV, the data package, the dictionary,
 * the page and the facts of the run.
 *
 * <p>Input: every table of {@link Tables#PUBLISHED}. Output: the folder; {@code run.json} is its
 * last file. The tables are computed once, for Parquet, or carried on file by file from where they
 * are stored; the checks, CSV and the page read what was written, so that what is checked is what
 * readers get. If anything fails, the folder is removed.
 */
public final class PublishJob {
  private static final Logger LOG = LoggerFactory.getLogger(PublishJob.class);

  private final Map<Class<? extends Record>, Dataset<Row>> tables;
  private final Stored stored;
  private final Provenance provenance;
  private final PublishConfig config;
  private final Options options;
  private final Path folder;
  private final FileSystem files;
  private final SparkSession spark;

  /**
   * What the person running the job may ask for.
   *
   * @param csvAll whether the sentences, too, are written as CSV
   * @param csvBom whether CSV files begin with a byte-order mark, for Excel
   */
  public record Options(boolean csvAll, boolean csvBom) {
    public static Options withDefaults() {
      return new Options(false, false);
    }
  }

  /**
   * What need not be written again.
   *
   * @param tables tables of which files are taken as they are stored
   * @param former folder of the publication before this one, whose files were checked; null if
   *     there is none
   */
  public record Stored(Map<Class<? extends Record>, StoredRows> tables, @Nullable String former) {
    public Stored {
      tables = Map.copyOf(tables);
    }

    /** All is written. */
    public static Stored nothing() {
      return new Stored(Map.of(), null);
    }
  }

  /**
   * What was published.
   *
   * @param rows rows of each table, by name
   */
  public record Publication(Path folder, Map<String, Long> rows) {}

  private PublishJob(
      SparkSession spark,
      Map<Class<? extends Record>, Dataset<Row>> tables,
      Stored stored,
      Provenance provenance,
      PublishConfig config,
      Options options,
      Path folder,
      FileSystem files) {
    this.spark = spark;
    this.tables = tables;
    this.stored = stored;
    this.provenance = provenance;
    this.config = config;
    this.options = options;
    this.folder = folder;
    this.files = files;
  }

  /** Publishes the tables into the folder, which must not exist. */
  public static Publication run(
      SparkSession spark,
      Map<Class<? extends Record>, Dataset<Row>> tables,
      Stored stored,
      Provenance provenance,
      PublishConfig config,
      Options options,
      Path folder) {
    requireTables(tables);
    requireFormats(config);
    try (FileSystem files =
        FileSystem.newInstance(folder.toUri(), spark.sparkContext().hadoopConfiguration())) {
      if (files.exists(folder)) {
        throw new IllegalStateException("The folder of a publication must be new: " + folder);
      }

      files.setWriteChecksum(false);
      return new PublishJob(spark, tables, stored, provenance, config, options, folder, files)
          .publishOrRemove();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the publication " + folder, e);
    }
  }

  private static void requireTables(Map<Class<? extends Record>, Dataset<Row>> tables) {
    List<String> missing =
        Tables.PUBLISHED.stream()
            .filter(type -> !tables.containsKey(type))
            .map(Records::tableName)
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("Tables to publish are missing: " + missing);
    }
  }

  private static void requireFormats(PublishConfig config) {
    for (String format : config.also()) {
      if (format.equals("parquet") || format.equals("csv")) {
        throw new UserException("publish.also must not name %s, which is always written", format);
      }
      if (!isKnown(format)) {
        throw new UserException(
            "publish.also names a format that this Spark does not know: %s. Add its package to spark-submit, or remove it",
            format);
      }
    }
  }

  private static boolean isKnown(String format) {
    try {
      DataSource.lookupDataSource(format, SQLConf.get());
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  private Publication publishOrRemove() throws IOException {
    try {
      return publish();
    } catch (RuntimeException | IOException e) {
      files.delete(folder, true);
      throw e;
    }
  }

  private Publication publish() throws IOException {
    Map<Class<? extends Record>, OrderedTable> published = writeParquet();
    Map<String, Long> rows = checked(published);
    writeAlso(published);
    Map<Class<? extends Record>, WrittenFile> csv = writeCsv(published);
    Map<String, Frame> frames = new PageTables(spark, published, config).frames();
    writeTexts(rows, csv, frames);
    LOG.info("Published {} tables into {}", rows.size(), folder);
    return new Publication(folder, rows);
  }

  private Map<Class<? extends Record>, OrderedTable> writeParquet() {
    Map<Class<? extends Record>, OrderedTable> published = new ConcurrentHashMap<>();
    Together.forEach(
        Tables.PUBLISHED,
        type -> {
          describe("publish %s", Records.tableName(type));
          published.put(type, writeParquet(type));
        });
    Map<Class<? extends Record>, OrderedTable> inOrder = new LinkedHashMap<>();
    Tables.PUBLISHED.forEach(type -> inOrder.put(type, table(published, type)));
    return inOrder;
  }

  /** Writes a table and returns it; one that is not in memory is read back from now on. */
  private OrderedTable writeParquet(Class<? extends Record> type) throws IOException {
    Path target = parquet(type);
    StoredRows carried = stored.tables().get(type);
    if (carried != null && !carried.isEmpty()) {
      CarriedTable.write(spark, type, carried, files, target);
      return OrderedTable.of(type, published(type, List.of(target.toString())));
    }

    OrderedTable table = OrderedTable.of(type, Objects.requireNonNull(tables.get(type)));
    SparkTable.write(table, "parquet", target);
    return table.isHeld()
        ? table
        : OrderedTable.of(type, published(type, List.of(target.toString())));
  }

  private Path parquet(Class<? extends Record> type) {
    return new Path(folder, "parquet/" + Records.tableName(type));
  }

  private Dataset<Row> published(Class<? extends Record> type, List<String> paths) {
    if (paths.isEmpty()) {
      return Records.dataset(spark, type, List.of());
    }

    return spark.read().schema(Records.schema(type)).parquet(paths.toArray(String[]::new));
  }

  private void writeAlso(Map<Class<? extends Record>, OrderedTable> published) {
    for (String format : config.also()) {
      Together.forEach(
          Tables.PUBLISHED,
          type -> {
            String name = Records.tableName(type);
            describe("publish %s as %s", name, format);
            SparkTable.write(table(published, type), format, new Path(folder, format + "/" + name));
          });
    }
  }

  private Map<String, Long> checked(Map<Class<? extends Record>, OrderedTable> published)
      throws IOException {
    describe("check the published tables");
    Outcome outcome = Constraints.check(spark, published, added());
    outcome.require();
    outcome.rows().forEach((table, rows) -> LOG.info("{}: {} rows", table, rows));
    return outcome.rows();
  }

  /** The rows of tables that are carried on, but for those of files that were published before. */
  private Map<Class<? extends Record>, Dataset<Row>> added() throws IOException {
    Map<Class<? extends Record>, Dataset<Row>> added = new LinkedHashMap<>();
    if (stored.former() != null) {
      for (Class<? extends Record> type : stored.tables().keySet()) {
        Path former = new Path(stored.former(), "parquet/" + Records.tableName(type));
        added.put(type, published(type, CarriedTable.added(files, former, parquet(type))));
      }
    }
    return added;
  }

  private Map<Class<? extends Record>, WrittenFile> writeCsv(
      Map<Class<? extends Record>, OrderedTable> published) {
    CsvTable.Start start = options.csvBom() ? CsvTable.Start.BYTE_ORDER_MARK : CsvTable.Start.PLAIN;
    Map<Class<? extends Record>, WrittenFile> written = new ConcurrentHashMap<>();
    Together.forEach(
        csvTypes(),
        type -> {
          String name = Records.tableName(type);
          describe("publish %s as csv", name);
          Path target = new Path(folder, "csv/" + name + ".csv");
          written.put(type, CsvTable.write(table(published, type), files, target, start));
        });
    return written;
  }

  private List<Class<? extends Record>> csvTypes() {
    return Tables.PUBLISHED.stream()
        .filter(type -> options.csvAll() || type != FactSentenceTheme.class)
        .toList();
  }

  private void writeTexts(
      Map<String, Long> rows,
      Map<Class<? extends Record>, WrittenFile> csv,
      Map<String, Frame> frames)
      throws IOException {
    Map<String, WrittenFile> written = new TreeMap<>();
    csv.values().forEach(file -> written.put("csv/" + file.name(), file));
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("datapackage.json", DataPackage.json(csv));
    texts.put("DICTIONARY.md", Dictionary.markdown());
    texts.put("report.html", Page.html(provenance, new TreeMap<>(frames)));
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path target = new Path(folder, text.getKey());
      written.put(text.getKey(), WrittenFile.write(files, target, text.getValue()));
    }
    WrittenFile.write(files, new Path(folder, "run.json"), RunJson.json(provenance, rows, written));
  }

  private void describe(String format, Object... arguments) {
    spark.sparkContext().setJobDescription(String.format(Locale.ROOT, format, arguments));
  }

  private static OrderedTable table(
      Map<Class<? extends Record>, OrderedTable> tables, Class<? extends Record> type) {
    return Objects.requireNonNull(tables.get(type), type.getSimpleName());
  }
}
