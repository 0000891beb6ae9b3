package org.summitthemes.theme;

import java.util.List;

/** Turns texts into vectors, close together where the meanings are. */
public interface Encoder extends AutoCloseable {

  /** A vector for each text, in the texts' order, all of one length. */
  List<float[]> encode(List<String> texts);

  @Override
  void close();
}
