package org.summitthemes.theme;

/**
 * A term of a theme found in a text.
 *
 * @param themeId theme the term counts for
 * @param term the term as it stands in the catalog
 * @param weight the term's weight
 * @param start first code point in the text, inclusive
 * @param end last code point in the text, exclusive
 */
public record Hit(String themeId, String term, double weight, int start, int end) {}
