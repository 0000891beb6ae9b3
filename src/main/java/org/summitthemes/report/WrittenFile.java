package org.summitthemes.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file of a publication: its name, size and SHA-256 in hexadecimal digits.
 *
 * @param name name without folders
 */
public record WrittenFile(String name, long bytes, String sha256) {

  /** Writes text in UTF-8 to a new file. */
  public static WrittenFile write(FileSystem files, Path path, String text) throws IOException {
    return write(files, path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  static WrittenFile write(FileSystem files, Path path, Content content) throws IOException {
    MessageDigest digest = newDigest();
    try (FSDataOutputStream file = files.create(path, false);
        OutputStream out =
            new DigestOutputStream(new BufferedOutputStream(file, 1 << 16), digest)) {
      content.writeTo(out);
      out.flush();
      return new WrittenFile(
          path.getName(), file.getPos(), HexFormat.of().formatHex(digest.digest()));
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** What is written. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
