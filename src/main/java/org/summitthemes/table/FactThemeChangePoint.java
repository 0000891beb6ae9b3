package org.summitthemes.table;

import org.jspecify.annotations.Nullable;

/** A year in which a theme's share in an organization may have changed to a new level. */
@Table(
    name = "fact_theme_change_point",
    description =
        "A year in which a theme's share in an organization may have changed to a new level.")
public record FactThemeChangePoint(
    @Column(
            value =
                "How speeches belong to the organization: given at its meeting (venue), or by a speaker of a member country on that date (members); other groups by what they have in common",
            key = true,
            values = {"venue", "members", "country", "speaker", "language", "year"})
        String basis,
    @Column(value = "Organization", key = true, references = "dim_organization.organization_id")
        String organizationId,
    @Column(value = "Theme", key = true, references = "dim_theme.theme_id") String themeId,
    @Column(value = "First year of the new level", key = true) String period,
    @Column("First year of the level before") String periodFrom,
    @Column("Last year of the new level") String periodTo,
    @Column(value = "Share before", min = 0, max = 1) double shareBefore,
    @Column(value = "Share since", min = 0, max = 1) double shareAfter,
    @Column(value = "Share since minus share before", min = -1, max = 1) double change,
    @Column(value = "Lower bound of the interval of the change, given the year", nullable = true)
        @Nullable Double low,
    @Column(value = "Upper bound of the interval of the change, given the year", nullable = true)
        @Nullable Double high,
    @Column(
            value = "Level of the interval",
            nullable = true,
            unit = "probability",
            min = 0,
            max = 1)
        @Nullable Double ciLevel,
    @Column(
            value = "Permutation p-value over the order of the years",
            nullable = true,
            unit = "probability",
            min = 0,
            max = 1)
        @Nullable Double pValue,
    @Column(
            value = "p-value adjusted by Benjamini and Hochberg over the whole table",
            nullable = true,
            unit = "probability",
            min = 0,
            max = 1)
        @Nullable Double qValue,
    @Column(
            value = "What may be said",
            values = {"rose", "fell", "not_distinguishable"})
        String verdict) {}
