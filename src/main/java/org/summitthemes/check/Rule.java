package org.summitthemes.check;

import java.io.Serializable;

/**
 * One assumption about a table and the way in which gathered {@link Fact}s break it.
 *
 * @param number position in the list of all rules
 * @param words what is wrong if the rule is broken
 * @param tolerance how far a sum may be from 1
 */
record Rule(int number, String table, Kind kind, String words, double tolerance)
    implements Serializable {

  /**
   * How many violations the facts about one value amount to.
   *
   * @param uses how often the value occurs
   * @param definitions how often it is defined, if the rule is about a reference
   * @param units sum of shares in fixed point, if the rule is about a sum
   */
  long violations(long uses, long definitions, long units) {
    return switch (kind) {
      case ROW -> uses;
      case KEY -> uses > 1 ? 1 : 0;
      case REFERENCE -> definitions == 0 ? uses : 0;
      case SUM -> Math.abs(units - Fact.ONE) > tolerance * Fact.ONE ? 1 : 0;
    };
  }

  /** What a rule looks at. */
  enum Kind {
    /** A single row: every fact is a violation. */
    ROW,
    /** A key: a value must stand in one row. */
    KEY,
    /** A reference: a value that is used must be defined. */
    REFERENCE,
    /** Shares of a group: they must add up to 1. */
    SUM
  }
}
