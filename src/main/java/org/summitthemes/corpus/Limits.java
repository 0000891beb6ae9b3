package org.summitthemes.corpus;

import java.io.IOException;
import java.io.InputStream;
import org.summitthemes.config.CorpusConfig;

/**
 * How much is read before an input is refused, so that a small file cannot fill a large machine.
 *
 * @param documentBytes of one document, decompressed: a file, a member of an archive, a line of a
 *     JSON Lines file
 * @param unpackedBytes of one archive or compressed file, decompressed
 * @param documents of one file: members of an archive, lines of a JSON Lines file
 */
record Limits(long documentBytes, long unpackedBytes, int documents) {

  static Limits of(CorpusConfig config) {
    return new Limits(config.maxFileBytes(), config.maxUnpackedBytes(), config.maxDocuments());
  }

  /** The stream, which fails once more than {@link #unpackedBytes} were taken from it. */
  InputStream unpacked(InputStream in) {
    return BoundedStream.unpacked(in, unpackedBytes);
  }

  /** These limits, with documents of no more than so many bytes. */
  Limits atMost(long bytes) {
    return new Limits(Math.min(documentBytes, bytes), unpackedBytes, documents);
  }

  /** More was unpacked than the configuration allows. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException(String detail) {
      super(detail);
    }

    static TooLargeException unpacked(long limit) {
      return new TooLargeException("The file unpacks to more than max-unpacked-bytes: " + limit);
    }
  }
}
