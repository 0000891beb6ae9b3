package org.summitthemes.corpus;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cleaned document: what is stored, and what its head said.
 *
 * @param title heading that stood over the text and was taken out of it, or null
 * @param published date of a line such as {@code date 2025-05-22}, or null
 * @param dateline date of a line that holds a date and nothing else, or null
 * @param text paragraphs, each on one line, with an empty line between them
 */
record CleanText(
    @Nullable String title,
    @Nullable PartialDate published,
    @Nullable PartialDate dateline,
    String text) {
  Optional<PartialDate> publication() {
    return Optional.ofNullable(published);
  }
}
