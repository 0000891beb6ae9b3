package org.summitthemes.check;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.summitthemes.support.SparkExtension;

@ExtendWith(SparkExtension.class)
class ExcerptsTest {
  private final SparkSession spark = SparkExtension.spark();

  @Test
  void offsetsCountCodePoints() {
    assertThatCode(
            () ->
                require(
                    excerpt("a", 0, 2, "😀!"), excerpt("a", 3, 6, "Бір"), excerpt("a", 6, 6, "")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"a, 3, 6, Бер", "a, 2, 5, Бір", "a, 3, 7, Бір", "a, 6, 3, Бір", "b, 0, 1, x"})
  void anExcerptThatIsNotInItsPlaceIsAnError(String speech, int start, int end, String text) {
    assertThatThrownBy(() -> require(excerpt("a", 0, 2, "😀!"), excerpt(speech, start, end, text)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("some_table: offsets do not return the text from speech " + speech);
  }

  private void require(Row... excerpts) {
    Excerpts.require(
        table(
            List.of(excerpts),
            "table string, speech_id string, start_offset int, end_offset int, text string"),
        table(List.of(RowFactory.create("a", "😀! Бір")), "speech_id string, text string"));
  }

  private static Row excerpt(String speech, int start, int end, String text) {
    return RowFactory.create("some_table", speech, start, end, text);
  }

  private Dataset<Row> table(List<Row> rows, String ddl) {
    return spark.createDataFrame(rows, StructType.fromDDL(ddl));
  }
}
