package org.summitthemes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.support.SparkExtension;

@ExtendWith(SparkExtension.class)
class FailuresTest {
  @TempDir Path folder;

  @Test
  void aFullDiskIsToldFromADeepCause() {
    Exception thrown =
        new RuntimeException(
            "Job aborted", new IOException("java.io.IOException: No space left on device"));

    assertThat(Failures.mendable(thrown))
        .hasValueSatisfying(message -> assertThat(message).startsWith("The disk is full"));
  }

  @Test
  void aDamagedFileOfTheWarehouseIsNamed(SparkSession spark) throws IOException {
    Path batch = Files.createDirectories(folder.resolve("warehouse/sentences/000001-abcdef"));
    Path part = batch.resolve("part-0.parquet");
    Files.write(part, "not Parquet at all".getBytes(StandardCharsets.UTF_8));

    Throwable thrown =
        org.assertj.core.api.Assertions.catchThrowable(
            () -> spark.read().schema("a int").parquet(batch.toString()).count());

    assertThat(Failures.mendable(thrown))
        .hasValueSatisfying(
            message ->
                assertThat(message)
                    .startsWith("A file of the warehouse is damaged or missing: file:")
                    .contains("part-0.parquet"));
  }

  @Test
  void aBugIsNoneOfThese() {
    assertThat(Failures.mendable(new IllegalStateException("row 3 has no key"))).isEmpty();
  }
}
