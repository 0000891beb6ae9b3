package org.summitthemes.ml;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads the two columns of the input: the id of a document, and its tokens as term ids or as words.
 *
 * <p>A word that is not in the vocabulary is left out; a term id outside it is an error of whoever
 * made it. A null in either column is an error.
 */
final class TokenColumns {
  private final String documentColumn;
  private final String tokensColumn;

  TokenColumns(String documentColumn, String tokensColumn) {
    this.documentColumn = documentColumn;
    this.tokensColumn = tokensColumn;
  }

  void require(StructType schema) {
    requireType(schema, documentColumn, DataTypes.StringType, "string");
    if (!isWords(schema)) {
      requireType(
          schema,
          tokensColumn,
          DataTypes.createArrayType(DataTypes.IntegerType),
          "array<int> or array<string>");
    }
  }

  boolean isWords(StructType schema) {
    return isArrayOf(type(schema, tokensColumn), DataTypes.StringType);
  }

  /** The words in the documents, each once, in the order of their code points. */
  String[] words(Dataset<?> documents) {
    return documents
        .select(functions.explode(functions.col(tokensColumn)).as("word"))
        .where("word is not null")
        .distinct()
        .as(Encoders.STRING())
        .collectAsList()
        .stream()
        .sorted()
        .toArray(String[]::new);
  }

  /** The largest term id plus 1; 0 if there are no tokens. */
  int idLimit(Dataset<?> documents) {
    Integer largest =
        documents
            .select(functions.max(functions.array_max(functions.col(tokensColumn))))
            .as(Encoders.INT())
            .first();
    return largest == null ? 0 : largest + 1;
  }

  /** The documents as pairs of id and term ids; the vocabulary is ignored if they hold ids. */
  Dataset<Tuple2<String, int[]>> documents(Dataset<?> documents, String[] vocabulary) {
    var implicits = documents.sparkSession().implicits();
    var columns = documents.select(functions.col(documentColumn), functions.col(tokensColumn));
    Encoder<int[]> ids = implicits.newIntArrayEncoder();
    Encoder<Tuple2<String, int[]>> encoder = Encoders.tuple(Encoders.STRING(), ids);
    if (!isWords(documents.schema())) {
      return columns.as(encoder);
    }

    var words = new Words(vocabulary);
    MapFunction<Tuple2<String, String[]>, Tuple2<String, int[]>> toIds =
        document -> new Tuple2<>(document._1(), words.ids(document._2()));
    return columns
        .as(Encoders.tuple(Encoders.STRING(), implicits.newStringArrayEncoder()))
        .map(toIds, encoder);
  }

  /** The term ids of a value of the tokens column. */
  static int[] ids(Seq<?> tokens, Words words) {
    return CollectionConverters.asJava(tokens).stream()
        .map(token -> token instanceof Integer id ? id : words.ids.get(token))
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The document, if neither its id nor its tokens are null. */
  static Tuple2<String, int[]> requireWhole(Tuple2<String, int[]> document) {
    if (document._1() == null) {
      throw new IllegalArgumentException("a document has no id (null)");
    }
    if (document._2() == null) {
      throw new IllegalArgumentException("document " + document._1() + " has no tokens (null)");
    }

    return document;
  }

  private static void requireType(
      StructType schema, String column, DataType expected, String description) {
    DataType actual = type(schema, column);
    boolean fits =
        expected instanceof ArrayType array
            ? isArrayOf(actual, array.elementType())
            : actual.equals(expected);
    if (!fits) {
      throw new IllegalArgumentException(
          "column " + column + " must be " + description + ": " + actual.simpleString());
    }
  }

  private static boolean isArrayOf(DataType type, DataType element) {
    return type instanceof ArrayType array && array.elementType().equals(element);
  }

  private static DataType type(StructType schema, String column) {
    if (!Arrays.asList(schema.fieldNames()).contains(column)) {
      throw new IllegalArgumentException(
          "no column " + column + "; columns are: " + String.join(", ", schema.fieldNames()));
    }

    return schema.apply(column).dataType();
  }

  /** Finds the ids of words. */
  static final class Words implements Serializable {
    private final Map<String, Integer> ids = new HashMap<>();

    Words(String[] vocabulary) {
      for (String word : vocabulary) {
        ids.put(word, ids.size());
      }
    }

    int require(String word) {
      Integer id = ids.get(word);
      if (id == null) {
        throw new IllegalArgumentException("seed is not in the vocabulary: " + word);
      }

      return id;
    }

    /** The ids of the words that have one; null for null. */
    int @Nullable [] ids(String @Nullable [] words) {
      if (words == null) {
        return null;
      }

      return Arrays.stream(words)
          .map(ids::get)
          .filter(Objects::nonNull)
          .mapToInt(Integer::intValue)
          .toArray();
    }
  }
}
