package org.summitthemes.text;

import java.util.List;

/**
 * What a piece of text says in words.
 *
 * @param words number of words
 * @param stopWords how many of them are stop words
 * @param stems counting forms of the tokens, in order
 * @param surfaces lower-cased forms of the tokens, parallel to the stems
 */
public record Tokens(int words, int stopWords, List<String> stems, List<String> surfaces) {}
