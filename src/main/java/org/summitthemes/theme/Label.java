package org.summitthemes.theme;

import org.jspecify.annotations.Nullable;

/**
 * The theme of a unit.
 *
 * @param themeId a theme of the catalog or {@link Catalog#OTHER}
 * @param confidence how clear the decision is, in [0, 1]; grows with its margin
 * @param secondThemeId the best of the other themes of which the unit itself holds a term, or null
 */
public record Label(String themeId, double confidence, @Nullable String secondThemeId) {}
