package org.summitthemes;

/** Entry point of the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.err.println("summit-themes: no command is built yet; arguments: " + arguments.length);
  }
}
