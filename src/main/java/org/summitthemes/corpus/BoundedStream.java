package org.summitthemes.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once more was taken from it than a limit allows. */
final class BoundedStream extends FilterInputStream {
  /** Readers read ahead of the row that they give. */
  private static final long AHEAD = 4L << 20;

  private final long limit;
  private final String excess;
  private long taken;

  private BoundedStream(InputStream in, long limit, String excess) {
    super(in);
    this.limit = limit;
    this.excess = excess;
  }

  /** For all that an archive or compressed file unpacks to. */
  static BoundedStream unpacked(InputStream in, long limit) {
    return new BoundedStream(in, limit, Limits.TooLargeException.unpacked(limit).getMessage());
  }

  /**
   * For one row, so that a quotation mark that is never closed does not fill the memory; {@link
   * #restart} begins the next one.
   */
  static BoundedStream row(InputStream in, long limit) {
    return new BoundedStream(in, limit + AHEAD, "A row has more than max-file-bytes: " + limit);
  }

  /** Counts from here. */
  void restart() {
    taken = 0;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    take(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    take(Math.max(n, 0));
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    take(skipped);
    return skipped;
  }

  private void take(long n) throws IOException {
    taken += n;
    if (taken > limit) {
      throw new Limits.TooLargeException(excess);
    }
  }
}
