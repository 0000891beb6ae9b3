package org.summitthemes.store;

/** Another run holds the output folder: exit code 4. */
public final class HeldException extends RuntimeException {
  HeldException(String folder) {
    super(
        "Another run holds the output folder "
            + folder
            + "; wait for it to end, or use another --out");
  }
}
