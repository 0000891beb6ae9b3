package org.summitthemes.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.summitthemes.table.OrderedTable;
import org.summitthemes.table.Records;

/**
 * Writes a table as one CSV file in key order, whatever the partitions of its rows.
 *
 * <p>Of a large table, executors format the lines and the driver streams them to the file, one
 * sorted partition at a time.
 */
public final class CsvTable {
  /** How the file begins: Excel takes a file without a byte-order mark for the local code page. */
  public enum Start {
    PLAIN(new byte[0]),
    BYTE_ORDER_MARK(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});

    private final byte[] bytes;

    Start(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  private CsvTable() {}

  /** Writes the rows to a new file and says what was written. */
  public static WrittenFile write(OrderedTable table, FileSystem files, Path path, Start start)
      throws IOException {
    Iterator<String> lines = table.lines(CsvLine::of);
    return WrittenFile.write(
        files,
        path,
        out -> {
          out.write(start.bytes);
          writeLine(out, CsvLine.header(Records.columnNames(table.type())));
          while (lines.hasNext()) {
            writeLine(out, lines.next());
          }
        });
  }

  private static void writeLine(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
