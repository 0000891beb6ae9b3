package org.summitthemes.proposal;

import org.jspecify.annotations.Nullable;
import org.summitthemes.text.Span;

/**
 * What a sentence does with an initiative.
 *
 * @param act {@code proposed}, {@code called_for}, {@code supported}, {@code announced} or {@code
 *     adopted}
 * @param span what names the initiative, in code points of the sentence
 * @param title the same as text
 * @param confidence in [0, 1]
 * @param actor the name that stands before the act in a report; null if none does
 * @param pattern the pattern that tells, for explanations
 */
public record Act(
    String act,
    Span span,
    String title,
    double confidence,
    @Nullable String actor,
    String pattern) {}
