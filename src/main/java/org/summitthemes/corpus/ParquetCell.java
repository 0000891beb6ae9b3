package org.summitthemes.corpus;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * A cell of a Parquet file as text: dates and times in ISO 8601, everything else as it is shown.
 */
final class ParquetCell {
  /** Julian day number of 1970-01-01, from which INT96 counts its days. */
  private static final int EPOCH = 2_440_588;

  private ParquetCell() {}

  /** The cell's text; empty if it is null, a list or a structure. */
  static String text(Group row, int column) {
    Type type = row.getType().getType(column);
    if (!type.isPrimitive()
        || type.isRepetition(Type.Repetition.REPEATED)
        || row.getFieldRepetitionCount(column) == 0) {
      return "";
    }

    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    PrimitiveTypeName stored = type.asPrimitiveType().getPrimitiveTypeName();
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(row.getInteger(column, 0)).toString();
    }

    if (meaning instanceof TimestampLogicalTypeAnnotation time) {
      return instant(row.getLong(column, 0), time).toString();
    }

    if (stored == PrimitiveTypeName.INT96) {
      ByteBuffer bytes =
          ByteBuffer.wrap(row.getInt96(column, 0).getBytes()).order(ByteOrder.LITTLE_ENDIAN);
      bytes.position(Long.BYTES);
      return LocalDate.ofEpochDay((long) bytes.getInt() - EPOCH).toString();
    }

    return row.getValueToString(column, 0);
  }

  private static Instant instant(long value, TimestampLogicalTypeAnnotation time) {
    TimeUnit unit =
        switch (time.getUnit()) {
          case MILLIS -> TimeUnit.MILLISECONDS;
          case MICROS -> TimeUnit.MICROSECONDS;
          case NANOS -> TimeUnit.NANOSECONDS;
        };
    return Instant.ofEpochMilli(unit.toMillis(value));
  }
}
