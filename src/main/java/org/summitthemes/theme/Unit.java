package org.summitthemes.theme;

/**
 * What gets one theme: a sentence, or a coded text, with the language it is in.
 *
 * @param language BCP 47 tag, {@code und} if unknown
 */
public record Unit(String text, String language) {}
