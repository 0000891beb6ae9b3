package org.summitthemes.support;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.summitthemes.cli.Commands;

/**
 * Kills runs at random moments and looks at what is left: {@code current} must be complete, the
 * next run must end as if nothing had happened, and nothing may be left over.
 *
 * <p>A moment is a random time after a file of the run has come into being, so that every stage is
 * met however fast the machine is. Runs that are killed are processes of their own; those that end
 * run in this JVM, which is warm.
 *
 * <p>As a program: {@code Kills FOLDER KILLS KILLS_IN_THE_SWITCH}, from the project's folder.
 */
public final class Kills {
  private static final String CONFIG = "src/test/resources/small/pipeline.yaml";

  private final Path folder;
  private final Path corpus;
  private final Path base;
  private final Path undisturbed;
  private final Random random = new Random(42);

  /** What a run leaves behind as it goes on, a pattern below the output folder for each stage. */
  private static final List<String> MILESTONES =
      List.of(
          "warehouse/lock",
          "warehouse/ingested_items/000002-*",
          "warehouse/speeches/000002-*",
          "warehouse/sentences/000002-*",
          "warehouse/passage_topics/000002-*",
          "warehouse/sentence_labels/000002-*",
          "warehouse/fact_sentence_theme/000002-*",
          "warehouse/fact_speech_theme/000002-*",
          "warehouse/fact_theme_shift/000002-*",
          "reports/000002-*",
          "reports/000002-*/report.html");

  /** The last steps of a run. */
  private static final List<String> SWITCH =
      List.of(
          "reports/000002-*/run.json",
          "warehouse/ledger/.000002.json.writing",
          "warehouse/ledger/000002.json",
          "reports/.CURRENT.writing",
          "reports/.current.writing");

  /** Makes a first publication, and the undisturbed run that follows it. */
  public Kills(Path folder) throws IOException {
    this.folder = folder;
    this.corpus = folder.resolve("corpus");
    this.base = folder.resolve("base");
    this.undisturbed = folder.resolve("undisturbed");
    copy(Path.of("sample-data/sco"), corpus.resolve("sco"));
    copy(Path.of("sample-data/g20"), corpus.resolve("g20"));
    finish(base);
    copy(Path.of("sample-data/un"), corpus.resolve("un"));
    copy(base, undisturbed);
    finish(undisturbed);
  }

  /** A folder with the first publication, for a run to be killed in. */
  public Path prepare(String name) throws IOException {
    Path out = folder.resolve(name);
    copy(base, out);
    return out;
  }

  /** Starts the second run and kills it up to three seconds after one of its milestones. */
  public void kill(Path out) throws IOException {
    kill(out, MILESTONES.get(random.nextInt(MILESTONES.size())), random.nextInt(3_000_000));
  }

  /** Starts the second run and kills it while it makes its publication current. */
  public void killInTheSwitch(Path out) throws IOException {
    kill(out, SWITCH.get(random.nextInt(SWITCH.size())), random.nextInt(2_000));
  }

  private void kill(Path out, String milestone, int microseconds) throws IOException {
    Path entry = out.resolve("warehouse/ledger/000002.json");
    Process run = start(out);
    // What lasts a millisecond may pass unseen; the entry in the ledger stays.
    while (run.isAlive() && !reached(out, milestone) && !Files.exists(entry)) {
      LockSupport.parkNanos(100_000);
    }
    LockSupport.parkNanos(microseconds * 1_000L);
    run.destroyForcibly();
    waitFor(run);
  }

  private static boolean reached(Path out, String milestone) throws IOException {
    int slash = milestone.lastIndexOf('/');
    Path folder = out.resolve(milestone.substring(0, slash).replace("/000002-*", ""));
    String pattern = milestone.contains("-*/") ? "000002-*" : milestone.substring(slash + 1);
    if (!Files.isDirectory(folder)) {
      return false;
    }

    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
      for (Path path : found) {
        if (!milestone.contains("-*/")
            || Files.exists(path.resolve(milestone.substring(slash + 1)))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Runs to the end, with whatever is there. */
  public void finish(Path out) {
    SparkSession spark = SparkExtension.spark();
    spark.conf().set("spark.sql.codegen.wholeStage", false);
    spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    int exitCode = Commands.execute(command(out).toArray(String[]::new));
    if (exitCode != 0) {
      throw new IllegalStateException("Exit " + exitCode);
    }
  }

  /** What is wrong with what readers see; empty if nothing is. */
  public String wrongWithCurrent(Path out) throws IOException {
    Path current = out.resolve("reports/current").toRealPath();
    if (!Files.exists(current.resolve("run.json"))) {
      return current + " is not complete";
    }

    Map<String, String> texts = csvs(current);
    return texts.equals(csvs(base.resolve("reports/current")))
            || texts.equals(csvs(undisturbed.resolve("reports/current")))
        ? ""
        : current + " is neither the former publication nor the new one";
  }

  /** What differs from the undisturbed run, leftovers included; empty if nothing does. */
  public String wrongAtTheEnd(Path out) throws IOException {
    if (!csvs(out.resolve("reports/current"))
        .equals(csvs(undisturbed.resolve("reports/current")))) {
      return out + ": other bytes than an undisturbed run";
    }

    Set<String> folders = folders(out);
    Set<String> expected = folders(undisturbed);
    return folders.equals(expected) ? "" : out + ": " + folders + " instead of " + expected;
  }

  public static void main(String[] arguments) throws IOException {
    Kills kills = new Kills(Path.of(arguments[0]));
    int random = Integer.parseInt(arguments[1]);
    int all = random + Integer.parseInt(arguments[2]);
    Map<String, Integer> found = new TreeMap<>();
    for (int i = 0; i < all; i++) {
      Path out = kills.prepare("out");
      if (i < random) {
        kills.kill(out);
      } else {
        kills.killInTheSwitch(out);
      }
      String wrong = kills.wrongWithCurrent(out);
      String state = state(out);
      kills.finish(out);
      wrong += kills.wrongAtTheEnd(out);
      String verdict = state + (wrong.isEmpty() ? "" : " WRONG: " + wrong);
      System.out.println(i + 1 + " of " + all + ": " + verdict);
      found.merge(verdict, 1, Integer::sum);
      delete(out);
    }
    found.forEach((state, n) -> System.out.println(n + " x killed with " + state));
    System.exit(found.keySet().stream().anyMatch(state -> state.contains("WRONG")) ? 1 : 0);
  }

  /** How far the second run came. */
  private static String state(Path out) throws IOException {
    boolean entered = Files.exists(out.resolve("warehouse/ledger/000002.json"));
    boolean switched =
        Files.readString(out.resolve("reports/CURRENT")).startsWith("000002")
            && out.resolve("reports/current")
                .toRealPath()
                .getFileName()
                .toString()
                .startsWith("000002");
    if (entered) {
      return switched ? "everything done" : "the entry written, the switch not done";
    }

    try (Stream<Path> tables = Files.walk(out)) {
      return "tables of the run: "
          + tables
              .filter(path -> path.getFileName().toString().startsWith("000002-"))
              .filter(path -> !path.getParent().endsWith("reports"))
              .count()
          + (reached(out, "reports/000002-*/report.html") ? ", publication begun" : "");
    }
  }

  private List<String> command(Path out) {
    return List.of(
        "run",
        "--model",
        "frozen",
        "--corpus",
        corpus.toString(),
        "--out",
        out.toString(),
        "--config",
        CONFIG);
  }

  private Process start(Path out) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "jobs/submit.sh",
                "--master",
                "local[2]",
                "--conf",
                "spark.sql.codegen.wholeStage=false",
                "--conf",
                "spark.sql.codegen.factoryMode=NO_CODEGEN"));
    command.addAll(command(out));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out.log").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().remove("SPARK_HOME");
    builder
        .environment()
        .put(
            "SPARK_SUBMIT_OPTS",
            "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC");
    return builder.start();
  }

  private static void waitFor(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** CSV files but for the run's times. */
  private static Map<String, String> csvs(Path publication) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(publication.toRealPath().resolve("csv"))) {
      for (Path file : files.toList()) {
        if (!file.endsWith("dim_run.csv")) {
          texts.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return texts;
  }

  /** Every folder, and every hidden file outside of publications and batches. */
  private static Set<String> folders(Path out) throws IOException {
    try (Stream<Path> paths = Files.walk(out)) {
      return paths
          .filter(path -> Files.isDirectory(path) || path.toString().endsWith(".writing"))
          .map(path -> out.relativize(path).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @SuppressWarnings("ArgumentSelectionDefectChecker") // the link comes first, then what it names
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isSymbolicLink(path)) {
          Files.createSymbolicLink(target, Files.readSymbolicLink(path));
        } else if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(path, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      Path[] deepestFirst = paths.sorted().toArray(Path[]::new);
      for (int i = deepestFirst.length - 1; i >= 0; i--) {
        Files.delete(deepestFirst[i]);
      }
    }
  }
}
