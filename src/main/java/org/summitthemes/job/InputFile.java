package org.summitthemes.job;

import java.io.Serializable;
import org.summitthemes.corpus.Source;

/**
 * A file of a corpus, as listed.
 *
 * @param root name of its corpus, empty if the corpus is this one file
 * @param path path inside the corpus
 * @param location where the file system finds it
 * @param nBytes its size
 * @param sideCar location of its side-car, empty if it has none
 * @param access whether it may be opened
 */
public record InputFile(
    String root, String path, String location, long nBytes, String sideCar, Access access)
    implements Serializable {

  public Source source() {
    return Source.of(root, path);
  }

  InputFile withSideCar(String at) {
    return new InputFile(root, path, location, nBytes, at, access);
  }
}
