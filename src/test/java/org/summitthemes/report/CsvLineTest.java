package org.summitthemes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class CsvLineTest {
  @Test
  void textsAreQuotedAndQuotesDoubled() {
    assertThat(line("a", "say \"no\", twice", ""))
        .isEqualTo("\"a\",\"say \"\"no\"\", twice\",\"\"");
  }

  @Test
  void nullIsAnEmptyUnquotedField() {
    assertThat(line("a", null, "")).isEqualTo("\"a\",,\"\"");
  }

  @Test
  void lineBreaksStayInsideTheQuotes() {
    assertThat(line("one\ntwo\r\nthree")).isEqualTo("\"one\ntwo\r\nthree\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
  void formulasArePrefixed(String formula) {
    assertThat(line(formula)).isEqualTo("\"'" + formula + "\"");
  }

  @Test
  void signsWithinATextAreLeftAlone() {
    assertThat(line("a=b", "'=x")).isEqualTo("\"a=b\",\"'=x\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.500000",
    "0, 0.000000",
    "-0.0, 0.000000",
    "1e-9, 0.000000",
    "-1e-9, 0.000000",
    "123456789.125, 123456789.125000",
    "1e15, 1000000000000000.000000",
    "0.0000005, 0.000000",
    "0.00000050000001, 0.000001",
    "0.3333333333, 0.333333",
  })
  void fractionsHaveSixDecimalsAndNoExponent(double number, String cell) {
    assertThat(line(number)).isEqualTo(cell);
  }

  /** 2^-7 = 0.0078125 lies exactly between 0.007812 and 0.007813; so does 3 · 2^-7. */
  @Test
  void exactHalvesGoToTheEvenDigit() {
    assertThat(line(0.0078125, 0.0234375)).isEqualTo("0.007812,0.023438");
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> line(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a number that can be published: NaN");
    assertThatThrownBy(() -> line(Double.POSITIVE_INFINITY))
        .hasMessage("Not a number that can be published: Infinity");
  }

  @Test
  void datesAndTimesAreIsoAndUnquoted() {
    assertThat(
            line(LocalDate.of(987, 1, 5), Instant.parse("2026-01-01T08:00:41.987654Z"), true, 7L))
        .isEqualTo("0987-01-05,2026-01-01T08:00:41Z,true,7");
  }

  @Test
  void headersAreQuoted() {
    assertThat(CsvLine.header(List.of("speech_id", "n_words")))
        .isEqualTo("\"speech_id\",\"n_words\"");
  }

  private static String line(Object... cells) {
    return CsvLine.of(RowFactory.create(cells));
  }
}
