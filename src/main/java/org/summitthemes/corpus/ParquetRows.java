package org.summitthemes.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.InputFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a Parquet file, numbered from 1. Columns inside columns and lists are left out.
 *
 * <p>A plain file is read where it lies; one inside an archive is held in memory, up to the size of
 * a document.
 */
final class ParquetRows implements Reader {
  private final Limits limits;
  private final Columns columns;

  ParquetRows(Limits limits, Columns columns) {
    this.limits = limits;
    this.columns = columns;
  }

  @Override
  public Iterator<Item> read(Source source, Bytes bytes, Details beside) {
    return new Items(source, bytes) {
      private @Nullable ParquetReader<Group> rows;
      private int row;

      @Override
      @Nullable Item advance(InputStream in) throws IOException, RejectedException {
        if (rows == null) {
          Optional<InputFile> stored = bytes.file();
          InputFile file =
              stored.isPresent()
                  ? stored.get()
                  : new BytesFile(WholeFileReader.limited(in, limits.documentBytes()));
          refuseBombs(file);
          rows = new Rows(file).build();
        }

        Group group = nextRow(rows);
        if (group == null) {
          return null;
        }

        if (++row > limits.documents()) {
          throw new RejectedException(
              Reason.TOO_LARGE, "The file has more than %d rows", limits.documents());
        }

        return row(source.line(row), group)
            .item(source, "parquet", columns, beside, limits.documentBytes());
      }
    };
  }

  /** The next row; closes the file after the last and when one cannot be read. */
  private static @Nullable Group nextRow(ParquetReader<Group> rows) throws IOException {
    Group group = null;
    try {
      group = rows.read();
    } finally {
      if (group == null) {
        rows.close();
      }
    }
    return group;
  }

  private void refuseBombs(InputFile file) throws IOException, RejectedException {
    try (ParquetFileReader reader = ParquetFileReader.open(file)) {
      long bytes = 0;
      for (BlockMetaData block : reader.getFooter().getBlocks()) {
        bytes += Math.max(0, block.getTotalByteSize());
      }
      if (bytes > limits.unpackedBytes()) {
        throw new RejectedException(
            Reason.TOO_LARGE,
            "The file unpacks to more than max-unpacked-bytes: %d",
            limits.unpackedBytes());
      }
    }
  }

  private static TableRow row(String uri, Group group) {
    List<String> names = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < group.getType().getFieldCount(); i++) {
      names.add(group.getType().getFieldName(i));
      cells.add(ParquetCell.text(group, i));
    }
    return TableRow.of(uri, names, cells);
  }

  private static final class Rows extends ParquetReader.Builder<Group> {
    Rows(InputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
