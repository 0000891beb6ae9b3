package org.summitthemes.theme;

import java.util.List;
import org.summitthemes.theme.Matcher.Candidate;

/** A unit that has been cut into its words, once for all who read them. */
final class Tokens {
  private final Unit unit;
  private final CaseFolding folding;
  private final List<Word> words;

  private Tokens(Unit unit, CaseFolding folding, List<Word> words) {
    this.unit = unit;
    this.folding = folding;
    this.words = words;
  }

  static Tokens of(Unit unit) {
    CaseFolding folding = CaseFolding.of(unit.language());
    return new Tokens(unit, folding, Word.of(unit.text(), folding));
  }

  Unit unit() {
    return unit;
  }

  String language() {
    return unit.language();
  }

  /** The words, in lower case by the rules of the unit's language. */
  List<Word> words() {
    return words;
  }

  /** The terms of a catalog hit in the unit, with their places. */
  List<Candidate> best(Catalog catalog) {
    Matcher matcher = catalog.matcher(unit.language());
    return matcher.folding() == folding ? matcher.best(words) : matcher.best(unit.text());
  }
}
