package org.summitthemes.corpus;

import java.io.IOException;
import java.io.InputStream;

/** Opens an input. May be called more than once, each time from the first byte. */
@FunctionalInterface
public interface Bytes {
  InputStream open() throws IOException;
}
