package org.summitthemes.theme;

/**
 * A unit whose class the dictionary leaves no doubt about.
 *
 * @param label position of its theme in the catalog, or the number of themes for {@code other}
 */
public record Lesson(Unit unit, int label) {}
