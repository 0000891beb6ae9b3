package org.summitthemes.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.summitthemes.support.SparkExtension;

@ExtendWith(SparkExtension.class)
public class RecordsTest {
  static final List<Class<? extends Record>> PUBLISHED = Tables.PUBLISHED;

  @Test
  void rowsOfEveryTypeComeBackAsTheyWere(SparkSession spark) {
    var all =
        new All(
            "text",
            true,
            1,
            2,
            3L,
            4.5,
            6.5,
            LocalDate.of(2025, 5, 21),
            Instant.EPOCH,
            List.of("a", "b"),
            List.of(1, 2));
    var empty = new All(null, false, 0, null, 0, 0, null, null, null, List.of(), List.of());

    var rows = Records.dataset(spark, All.class, List.of(all, empty));

    assertThat(Records.list(rows.repartition(3).sort("text"), All.class))
        .containsExactly(empty, all);
  }

  @Test
  void primitiveComponentsAreNonNullColumnsInSnakeCase() {
    assertThat(Records.schema(All.class).fields())
        .extracting(StructField::name, StructField::nullable)
        .contains(
            org.assertj.core.groups.Tuple.tuple("some_int", false),
            org.assertj.core.groups.Tuple.tuple("boxed_int", true));
  }

  @Test
  void otherTypesAreRefused() {
    assertThatThrownBy(() -> Records.schema(Wrong.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No column type for class java.lang.Object");
  }

  @ParameterizedTest
  @FieldSource("PUBLISHED")
  void publishedTablesHaveAKeyAndFlatDescribedColumns(Class<? extends Record> type) {
    assertThat(Records.keyNames(type)).isNotEmpty();
    assertThat(Records.schema(type).fields())
        .allSatisfy(
            field -> assertThat(field.dataType().typeName()).isNotIn("array", "map", "struct"));
    assertThat(type.getRecordComponents())
        .allSatisfy(component -> assertThat(Records.description(component).value()).isNotBlank());
  }

  public record All(
      String text,
      boolean flag,
      int someInt,
      Integer boxedInt,
      long someLong,
      double someDouble,
      Double boxedDouble,
      LocalDate date,
      Instant instant,
      List<String> strings,
      List<Integer> ints) {
    public All {}
  }

  record Wrong(Object anything) {}
}
