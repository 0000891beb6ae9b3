package org.summitthemes;

import org.summitthemes.cli.Commands;

/** Entry point of the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int exitCode = Commands.execute(arguments);
    // A cluster manager takes an early exit with 0 for an unfinished job.
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
