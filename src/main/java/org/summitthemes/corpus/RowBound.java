package org.summitthemes.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends a stream from which one row takes more than a document may have, so that a quotation mark
 * that is never closed does not fill the memory. Readers read ahead, which is allowed for.
 */
final class RowBound extends FilterInputStream {
  private static final long AHEAD = 4L << 20;

  private final long limit;
  private long taken;

  RowBound(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  /** A new row begins. */
  void restart() {
    taken = 0;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    spend(1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    spend(Math.max(n, 0));
    return n;
  }

  private void spend(int n) throws IOException {
    taken += n;
    if (taken > limit + AHEAD) {
      throw new Limits.TooLargeException("A row has more than max-file-bytes: " + limit);
    }
  }
}
