package org.summitthemes.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A standalone Spark cluster on loopback, a process for the master and one for each worker, from
 * the jars that Maven copies to {@code target/spark/jars} in the phase {@code package}.
 *
 * <p>Each worker offers cores of its own, so an application that asks for all of them has an
 * executor in each.
 */
public final class Cluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Path HOME = Path.of("target", "spark").toAbsolutePath();
  private static final Pattern ALIVE = Pattern.compile("\"aliveworkers\"\\s*:\\s*(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path folder;
  private final int port = freePort();
  private final int pagePort = freePort();
  private final List<Process> daemons = new ArrayList<>();

  private Cluster(Path folder) {
    this.folder = folder;
  }

  /** Starts a master and workers with so many cores and 2 GiB each, and waits until all are up. */
  public static Cluster start(int workers, int cores) {
    if (!Files.isDirectory(HOME.resolve("jars"))) {
      throw new IllegalStateException(HOME + "/jars is absent; run: ./mvnw package");
    }

    try {
      Cluster cluster = new Cluster(Files.createTempDirectory("cluster"));
      cluster.startMaster();
      for (int worker = 0; worker < workers; worker++) {
        cluster.startWorker(worker, cores);
      }
      cluster.await(workers);
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the cluster, for {@code --master}. */
  public String master() {
    return "spark://" + HOST + ":" + port;
  }

  /** The processes of the executors that the applications have now. */
  public List<ProcessHandle> executors() {
    return daemons.stream()
        .skip(1)
        .flatMap(worker -> worker.toHandle().descendants())
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  @Override
  public void close() {
    List<ProcessHandle> executors = executors();
    daemons.forEach(Process::destroy);
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  private void startMaster() throws IOException {
    start(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        HOST,
        "--port",
        Integer.toString(port),
        "--webui-port",
        Integer.toString(pagePort));
  }

  private void startWorker(int number, int cores) throws IOException {
    start(
        "worker-" + number,
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        HOST,
        "--webui-port",
        "0",
        "--cores",
        Integer.toString(cores),
        "--memory",
        "2g",
        "--work-dir",
        folder.resolve("work-" + number).toString(),
        master());
  }

  private void start(String name, String... mainAndArguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(opens());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(List.of("-cp", HOME.resolve("jars") + "/*"));
    command.addAll(List.of(mainAndArguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", HOME.toString());
    builder.environment().put("SPARK_LOCAL_IP", HOST);
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    daemons.add(builder.start());
  }

  /** The Java that runs this. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The modules that this process was started with opened, which Spark needs opened too. */
  public static List<String> opens() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .toList();
  }

  private void await(int workers) {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + pagePort + "/json/")).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (alive(client, request) < workers) {
      if (System.nanoTime() > deadline || !daemons.stream().allMatch(Process::isAlive)) {
        close();
        throw new IllegalStateException("The cluster did not come up; its logs are in " + folder);
      }
      pause();
    }
  }

  /** The number of workers that the master knows of; none while it does not answer. */
  private static int alive(HttpClient client, HttpRequest request) {
    try {
      Matcher alive = ALIVE.matcher(client.send(request, BodyHandlers.ofString()).body());
      return alive.find() ? Integer.parseInt(alive.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
