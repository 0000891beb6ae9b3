package org.summitthemes.corpus;

import java.util.Locale;

/**
 * Keys of speeches.
 *
 * <p>A key that the source states is kept, with every run of other characters than letters, digits,
 * dot, underscore and hyphen replaced by a hyphen. Otherwise the key is made of the title, or else
 * the first words, and the first eight hex digits of the SHA-256 of the text's words, so that it
 * depends on neither the file's name nor its place.
 *
 * <p>If several inputs claim one key: those with the same words are copies; the first by source URI
 * keeps the key, the others get {@code ~2}, {@code ~3}, …. Inputs with different words keep the
 * stated key with {@code -} and those hex digits of their own, each group of copies on its own.
 */
final class SpeechIds {
  private static final int LONGEST_SLUG = 40;
  private static final int LONGEST_STATED = 120;

  private SpeechIds() {}

  /** The words of the text and nothing else: what makes two texts the same. */
  static String textSha256(String text) {
    StringBuilder words = new StringBuilder(text.length());
    for (Words.Word word : Words.of(text)) {
      words.append(word.surface().toLowerCase(Locale.ROOT)).append(' ');
    }
    return Hashes.sha256(words.toString());
  }

  /** A stated key without characters that could break a path or a table; empty if none is left. */
  static String stated(String id) {
    String safe = id.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    return safe.length() <= LONGEST_STATED
        ? safe
        : safe.substring(0, LONGEST_STATED - 9) + "-" + Hashes.sha256(id).substring(0, 8);
  }

  /** A key made of content. */
  static String made(String titleOrText, String textSha256) {
    String slug =
        Slugs.of(titleOrText.substring(0, Math.min(200, titleOrText.length())), LONGEST_SLUG);
    String digits = textSha256.substring(0, 8);
    return slug.isEmpty() ? "speech-" + digits : slug + "-" + digits;
  }
}
