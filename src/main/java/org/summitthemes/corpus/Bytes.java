package org.summitthemes.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.parquet.io.InputFile;

/** Opens an input. May be called more than once, each time from the first byte. */
@FunctionalInterface
public interface Bytes {
  InputStream open() throws IOException;

  /** The input as a file that can be read from any place, if it is one. */
  default Optional<InputFile> file() throws IOException {
    return Optional.empty();
  }
}
