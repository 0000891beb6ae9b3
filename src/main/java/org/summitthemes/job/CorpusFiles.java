package org.summitthemes.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.summitthemes.table.Records;
import org.summitthemes.table.StageInput;

/**
 * The files of a corpus with their content hashes: what tells whether a corpus has changed, before
 * anything of it is read as speech.
 *
 * @param files by name
 */
public record CorpusFiles(List<File> files) {
  private static final String UNREADABLE = "unreadable";
  private static final int MOST_SLICES_PER_CORE = 4;

  public CorpusFiles {
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param uri name relative to its corpus
   * @param sha256 hash of its bytes; {@code unreadable}, or what else keeps it closed
   * @param sideCarSha256 hash of the bytes of its side-car; empty if it has none
   */
  public record File(String uri, long bytes, String sha256, String sideCarSha256, InputFile input)
      implements Serializable {}

  /** No files: none of the stages to run reads any. */
  public static CorpusFiles none() {
    return new CorpusFiles(List.of());
  }

  /**
   * Lists and hashes the files of the corpora, on the executors.
   *
   * @throws org.summitthemes.UserException if a corpus does not exist
   */
  public static CorpusFiles list(SparkSession spark, List<String> corpora) {
    List<InputFile> inputs = new InputFiles(spark.sessionState().newHadoopConf()).list(corpora);
    if (inputs.isEmpty()) {
      return none();
    }

    Broadcast<SerializableConfiguration> hadoop =
        SerializableConfiguration.broadcast(
            spark.sparkContext(), spark.sessionState().newHadoopConf());
    int slices =
        Math.min(inputs.size(), spark.sparkContext().defaultParallelism() * MOST_SLICES_PER_CORE);
    return new CorpusFiles(
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(inputs, slices)
            .map(input -> file(input, hadoop.value().value()))
            .collect()
            .stream()
            .sorted(Comparator.comparing(File::uri))
            .toList());
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** A hash of what the files hold, whatever they are called. */
  public String sha256() {
    return sha256(files.stream().map(File::sha256).sorted().collect(Collectors.joining("\n")));
  }

  /** A hash of what the files hold and what they are called. */
  public String sha256WithNames() {
    return sha256(
        files.stream()
            .map(file -> file.uri() + "\t" + file.sha256())
            .collect(Collectors.joining("\n")));
  }

  /** The files as rows of {@link StageInput}: what a file holds and what its side-car does. */
  public Dataset<Row> versions(SparkSession spark) {
    return Records.dataset(
        spark,
        StageInput.class,
        files.stream()
            .map(file -> new StageInput(file.uri(), file.sha256() + " " + file.sideCarSha256()))
            .toList());
  }

  /** The files of such names, to be read. */
  List<InputFile> inputs(Predicate<String> uri) {
    return files.stream().filter(file -> uri.test(file.uri())).map(File::input).toList();
  }

  private static File file(InputFile input, Configuration hadoop) {
    String sha256 =
        input.access() == Access.FILE
            ? sha256(new Path(input.location()), hadoop)
            : input.access().name();
    return new File(
        input.source().uri(),
        input.nBytes(),
        sha256,
        input.sideCar().isEmpty() ? "" : sha256(new Path(input.sideCar()), hadoop),
        input);
  }

  private static String sha256(Path path, Configuration hadoop) {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(path.getFileSystem(hadoop).open(path), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      // Reading the corpus will reject the file and say why.
      return UNREADABLE;
    }
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
