package org.summitthemes.text;

import java.util.List;

/**
 * A speech cut into sentences and passages.
 *
 * @param language language of the whole, a BCP 47 tag
 */
public record PreparedSpeech(String language, List<Sentence> sentences) {
  /**
   * A sentence with its tokens.
   *
   * @param span place in the stored text
   * @param passage number of its passage, from 0
   * @param language language of its passage
   */
  public record Sentence(Span span, String text, int passage, String language, Tokens tokens) {}
}
