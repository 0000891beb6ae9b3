package org.summitthemes.topic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Non-negative integers in one to five bytes, small ones in one (LEB128). */
final class VarInts {
  private VarInts() {}

  static final class Writer {
    private byte[] bytes;
    private int size;

    Writer(int capacity) {
      bytes = new byte[Math.max(16, capacity)];
    }

    void write(int value) {
      if (size + 5 > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.toIntExact(bytes.length + (bytes.length >> 1) + 5L));
      }

      int rest = value;
      while ((rest & ~0x7f) != 0) {
        bytes[size++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      bytes[size++] = (byte) rest;
    }

    byte[] toBytes() {
      return Arrays.copyOf(bytes, size);
    }

    void writeTo(DataOutput out) throws IOException {
      out.writeInt(size);
      out.write(bytes, 0, size);
    }
  }

  static final class Reader {
    private final byte[] bytes;
    private int position;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    static Reader readFrom(DataInput in) throws IOException {
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      return new Reader(bytes);
    }

    int read() {
      int value = 0;
      int shift = 0;
      byte next = bytes[position++];
      while (next < 0) {
        value |= (next & 0x7f) << shift;
        shift += 7;
        next = bytes[position++];
      }
      return value | next << shift;
    }
  }
}
