package org.summitthemes.corpus;

import java.io.FilterInputStream;
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
    return new Bounded(in, unpackedBytes);
  }

  /** These limits, with documents of no more than so many bytes. */
  Limits atMost(long bytes) {
    return new Limits(Math.min(documentBytes, bytes), unpackedBytes, documents);
  }

  private static final class Bounded extends FilterInputStream {
    private final long limit;
    private long left;

    Bounded(InputStream in, long limit) {
      super(in);
      this.limit = limit;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      spend(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      spend(Math.max(n, 0));
      return n;
    }

    @Override
    public long skip(long n) throws IOException {
      long skipped = super.skip(n);
      spend(skipped);
      return skipped;
    }

    private void spend(long n) throws TooLargeException {
      left -= n;
      if (left < 0) {
        throw TooLargeException.unpacked(limit);
      }
    }
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
