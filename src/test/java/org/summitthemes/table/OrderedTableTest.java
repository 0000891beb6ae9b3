package org.summitthemes.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.support.SparkExtension;

@ExtendWith(SparkExtension.class)
public class OrderedTableTest {
  private static final List<String> TEXTS =
      List.of("", "A", "B", "a", "a ", "aa", "b", "é", "З", "\uFF21", "\uFFFD", "😀", "😀a", "😁");

  @Test
  void textsAreOrderedByCodePoint() {
    List<String> shuffled = new ArrayList<>(TEXTS);
    Collections.shuffle(shuffled, new Random(7));

    assertThat(shuffled.stream().sorted(KeyOrder::compareTexts)).isEqualTo(TEXTS);
  }

  @Test
  void rowsInMemoryAndInSparkAreOrderedAlike(SparkSession spark) {
    List<Pair> pairs = new ArrayList<>();
    TEXTS.forEach(text -> List.of(-3, 0, 12).forEach(number -> pairs.add(new Pair(text, number))));
    Collections.shuffle(pairs, new Random(7));
    var rows = Records.dataset(spark, Pair.class, pairs).repartition(3);

    List<Row> held = OrderedTable.of(Pair.class, rows).held();

    assertThat(held).isEqualTo(OrderedTable.left(Pair.class, rows).dataset().collectAsList());
    assertThat(OrderedTable.left(Pair.class, rows).lines(Row::mkString))
        .toIterable()
        .containsExactlyElementsOf(held.stream().map(Row::mkString).toList());
  }

  @Test
  void rowsOfManySmallFilesAreWrittenAsOneInOrder(SparkSession spark, @TempDir Path folder) {
    List<Pair> pairs = new ArrayList<>();
    TEXTS.forEach(text -> List.of(-3, 0, 12).forEach(number -> pairs.add(new Pair(text, number))));
    Collections.shuffle(pairs, new Random(7));
    String files = folder.resolve("files").toString();
    Records.dataset(spark, Pair.class, pairs).repartition(9).write().parquet(files);

    OrderedTable table = OrderedTable.left(Pair.class, spark.read().parquet(files));

    assertThat(table.dataset().rdd().getNumPartitions()).isEqualTo(1);
    assertThat(table.dataset().collectAsList()).isEqualTo(table.select(row -> true));
  }

  @Test
  void missingColumnsAreNamed(SparkSession spark) {
    var rows = spark.sql("SELECT 'a' AS text, 1L AS number");

    assertThatThrownBy(() -> OrderedTable.of(Pair.class, rows))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("pairs lacks the columns [number int]; it has [text string, number bigint]");
  }

  @Table(name = "pairs", description = "A text and a number.")
  public record Pair(
      @Column(value = "Text", key = true) String text,
      @Column(value = "Number", key = true) int number) {}
}
