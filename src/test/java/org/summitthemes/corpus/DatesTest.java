package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-05-22                | 2025-05-22 | DAY",
        "2019-12-30 09:00:00 -0500 | 2019-12-30 | DAY",
        "2022-05-24T23:51:26+04:00 | 2022-05-24 | DAY",
        "2025-05                   | 2025-05-01 | MONTH",
        "2025                      | 2025-01-01 | YEAR",
        "10 December 2020          | 2020-12-10 | DAY",
        "December 10, 2020         | 2020-12-10 | DAY",
        "Thursday, 10 December 2020| 2020-12-10 | DAY",
        "May 22, 2025, 14:30       | 2025-05-22 | DAY",
        "May 2025                  | 2025-05-01 | MONTH",
        "21st of May 2025          | 2025-05-21 | DAY",
        "1-Jan-96                  | 1996-01-01 | DAY",
        "21 мая 2025 года          | 2025-05-21 | DAY",
        "21 мая 2025 г.            | 2025-05-21 | DAY",
        "21 Mayıs 2025             | 2025-05-21 | DAY",
        "2025 жылғы 21 мамыр       | 2025-05-21 | DAY",
        "21.05.2025                | 2025-05-21 | DAY",
        "2025/05/21                | 2025-05-21 | DAY",
        "21/05/2025                | 2025-05-21 | DAY",
        "05/21/2025                | 2025-05-21 | DAY",
      })
  void datesAreReadAsSourcesWriteThem(String text, String day, PartialDate.Precision precision) {
    assertThat(Dates.parse(text))
        .contains(new PartialDate(java.time.LocalDate.parse(day), precision));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this September",
        "May",
        "March 1",
        "2025-02-30",
        "03/04/2020",
        "12",
        "",
        "0001-01-01",
        "n/a"
      })
  void whatIsNoOneDateIsNone(String text) {
    assertThat(Dates.parse(text)).isEmpty();
  }

  @Test
  void daysInRunningTextAreFoundWithTheirPlaces() {
    String text = "From 3–4 July 2024 and on May 21; 15 of them may come.";

    assertThat(Dates.written(text))
        .containsExactly(new Dates.Written(5, 18, 2024, 7, 3), new Dates.Written(26, 32, 0, 5, 21));
  }
}
