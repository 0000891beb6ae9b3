package org.summitthemes.table;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Turns records into rows and back: a record is the only declaration of a table's schema.
 *
 * <p>Spark's bean encoder yields an empty schema for records, so the schema is derived here from
 * the record's components: a component {@code speechId} is the column {@code speech_id}; primitive
 * components are non-null columns, reference components nullable ones. Legal types are String,
 * boolean, int, long, double and their boxes, LocalDate, Instant, and lists of these. The session
 * must have {@code spark.sql.datetime.java8API.enabled} on.
 */
public final class Records {
  private static final Map<Type, DataType> TYPES =
      Map.ofEntries(
          Map.entry(String.class, DataTypes.StringType),
          Map.entry(boolean.class, DataTypes.BooleanType),
          Map.entry(Boolean.class, DataTypes.BooleanType),
          Map.entry(int.class, DataTypes.IntegerType),
          Map.entry(Integer.class, DataTypes.IntegerType),
          Map.entry(long.class, DataTypes.LongType),
          Map.entry(Long.class, DataTypes.LongType),
          Map.entry(double.class, DataTypes.DoubleType),
          Map.entry(Double.class, DataTypes.DoubleType),
          Map.entry(LocalDate.class, DataTypes.DateType),
          Map.entry(Instant.class, DataTypes.TimestampType));

  private Records() {}

  /** The name of the record's table. */
  public static String tableName(Class<? extends Record> type) {
    return Objects.requireNonNull(type.getAnnotation(Table.class), type.getName()).name();
  }

  /** The record's columns in order, as Spark's schema. */
  public static StructType schema(Class<? extends Record> type) {
    return new StructType(
        Arrays.stream(type.getRecordComponents()).map(Records::field).toArray(StructField[]::new));
  }

  /** An encoder for rows of the record's table. */
  public static Encoder<Row> encoder(Class<? extends Record> type) {
    return Encoders.row(schema(type));
  }

  /** The record's columns in order, to select at the end of a transformation. */
  public static org.apache.spark.sql.Column[] columns(Class<? extends Record> type) {
    return columnNames(type).stream()
        .map(functions::col)
        .toArray(org.apache.spark.sql.Column[]::new);
  }

  /** The names of the record's columns in order. */
  public static List<String> columnNames(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(Records::columnName).toList();
  }

  /** The names of the columns of the primary key, in order. */
  public static List<String> keyNames(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> description(component).key())
        .map(Records::columnName)
        .toList();
  }

  /** The column's name: the component's name in snake case. */
  public static String columnName(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** What the column means. */
  public static Column description(RecordComponent component) {
    return Objects.requireNonNull(component.getAnnotation(Column.class), component.toString());
  }

  /** The record as a row of its table. */
  public static Row row(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = external(value(components[i], record));
    }
    return RowFactory.create(values);
  }

  /** The row of the record's table as a record; columns are found by position. */
  public static <R extends Record> R record(Row row, Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = internal(row.isNullAt(i) ? null : row.get(i));
    }
    return create(type, components, values);
  }

  /** The records as a dataset of their table. */
  public static <R extends Record> Dataset<Row> dataset(
      SparkSession spark, Class<R> type, List<R> records) {
    return spark.createDataset(records.stream().map(Records::row).toList(), encoder(type));
  }

  /** The dataset's rows as records, in the dataset's order. For small tables only. */
  public static <R extends Record> List<R> list(Dataset<Row> rows, Class<R> type) {
    return rows.select(columns(type)).collectAsList().stream()
        .map(row -> record(row, type))
        .toList();
  }

  private static StructField field(RecordComponent component) {
    return DataTypes.createStructField(
        columnName(component),
        dataType(component.getGenericType()),
        !component.getType().isPrimitive());
  }

  private static DataType dataType(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return DataTypes.createArrayType(dataType(list.getActualTypeArguments()[0]), false);
    }

    DataType known = TYPES.get(type);
    if (known == null) {
      throw new IllegalArgumentException("No column type for " + type);
    }

    return known;
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }

  private static <R extends Record> R create(
      Class<R> type, RecordComponent[] components, Object[] values) {
    Class<?>[] parameters =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getConstructor(parameters).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "Cannot create " + type.getSimpleName() + " from " + Arrays.toString(values), e);
    }
  }

  private static Object external(Object value) {
    return value instanceof List<?> list ? list.toArray() : value;
  }

  private static Object internal(Object value) {
    if (value instanceof Seq<?> seq) {
      return new ArrayList<>(CollectionConverters.asJava(seq));
    }

    return value != null && value.getClass().isArray() ? boxed(value) : value;
  }

  private static List<Object> boxed(Object array) {
    List<Object> list = new ArrayList<>(Array.getLength(array));
    for (int i = 0; i < Array.getLength(array); i++) {
      list.add(Array.get(array, i));
    }
    return list;
  }
}
