package org.summitthemes.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file in memory: what was inside an archive. */
final class BytesFile implements InputFile {
  private final byte[] bytes;

  BytesFile(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long getLength() {
    return bytes.length;
  }

  @Override
  public SeekableInputStream newStream() {
    return new Stream(new ByteArrayInputStream(bytes), bytes.length);
  }

  private static final class Stream extends DelegatingSeekableInputStream {
    private final ByteArrayInputStream in;
    private final int length;

    Stream(ByteArrayInputStream in, int length) {
      super(in);
      this.in = in;
      this.length = length;
    }

    @Override
    public long getPos() {
      return (long) length - in.available();
    }

    @Override
    public void seek(long position) throws IOException {
      if (position < 0 || position > length) {
        throw new IOException("No byte " + position + " in a file of " + length);
      }

      in.reset();
      in.skipNBytes(position);
    }
  }
}
