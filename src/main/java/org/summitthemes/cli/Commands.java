package org.summitthemes.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.summitthemes.store.HeldException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line: its commands, and the exit code of each way to end. */
public final class Commands {
  static final int BUG = 1;
  static final int MENDABLE = 3;
  static final int HELD = 4;

  private Commands() {}

  /** Runs the command and returns the exit code; results go to stdout, messages to stderr. */
  public static int execute(String... arguments) {
    return commandLine().execute(arguments);
  }

  /** Version of this build. */
  static String version() {
    String version = Commands.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  static CommandLine commandLine() {
    CommandLine root = new CommandLine(new Root());
    root.addSubcommand(
        "run",
        pipeline(
            "run", Stage.all(), "Runs all stages; those whose inputs did not change are skipped."));
    for (Stage stage : Stage.values()) {
      String description = "Runs the stage " + stage.word() + " alone.";
      root.addSubcommand(
          stage.word(),
          stage == Stage.FIT
              ? described(new CommandLine(new FitCommand()), description)
              : pipeline(stage.word(), List.of(stage), description));
    }
    root.addSubcommand(new EvaluateCommand());
    root.addSubcommand(new ExplainCommand());
    root.addSubcommand(new RunsCommand());
    return root.setCaseInsensitiveEnumValuesAllowed(false)
        .setExecutionExceptionHandler(
            (exception, line, parsed) -> failed(exception, line.getErr()));
  }

  private static CommandLine pipeline(String name, List<Stage> stages, String description) {
    return described(new CommandLine(new PipelineCommand(name, stages)), description);
  }

  private static CommandLine described(CommandLine command, String description) {
    command.getCommandSpec().usageMessage().description(description);
    return command;
  }

  private static int failed(Exception exception, PrintWriter err) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof HeldException) {
        err.println("summit-themes: " + cause.getMessage());
        return HELD;
      }
    }

    Optional<String> mendable = Failures.mendable(exception);
    if (mendable.isPresent()) {
      err.println("summit-themes: " + mendable.get());
      return MENDABLE;
    }

    exception.printStackTrace(err);
    err.flush();
    return BUG;
  }

  @Command(
      name = "summit-themes",
      description = "Themes of diplomatic speeches, by organization and over time.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:done",
        "1:a bug, with a stack trace",
        "2:wrong usage",
        "3:something you can mend, with a message",
        "4:another run holds the output folder"
      },
      synopsisSubcommandLabel = "COMMAND")
  private static final class Root {}

  private static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"summit-themes " + version()};
    }
  }
}
