package org.summitthemes.table;

import org.jspecify.annotations.Nullable;

/** A theme of the catalog, or `other`. */
@Table(name = "dim_theme", description = "A theme of the catalog, or `other`.")
public record DimTheme(
    @Column(value = "Theme", key = true) String themeId,
    @Column("Name for people") String label,
    @Column("What belongs to the theme") String description,
    @Column(value = "Wider theme", nullable = true, references = "dim_theme.theme_id")
        @Nullable String parentThemeId,
    @Column(value = "Terms of the catalog in all languages", min = 0) int nTerms) {}
