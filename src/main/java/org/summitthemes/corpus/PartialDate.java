package org.summitthemes.corpus;

import java.time.LocalDate;

/**
 * A date as exactly as it is known.
 *
 * @param firstDay the day, or the first day of the month or year
 */
record PartialDate(LocalDate firstDay, Precision precision) {

  static PartialDate ofDay(LocalDate day) {
    return new PartialDate(day, Precision.DAY);
  }

  static PartialDate ofYear(int year) {
    return new PartialDate(LocalDate.of(year, 1, 1), Precision.YEAR);
  }

  enum Precision {
    DAY("day"),
    MONTH("month"),
    YEAR("year");

    private final String label;

    Precision(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }
}
