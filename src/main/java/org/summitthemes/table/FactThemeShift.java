package org.summitthemes.table;

import org.jspecify.annotations.Nullable;

/** The change of a theme's share in an organization from one year to another. */
@Table(
    name = "fact_theme_shift",
    description = "The change of a theme's share in an organization from one year to another.")
public record FactThemeShift(
    @Column(
            value =
                "How speeches belong to the organization: given at its meeting (venue), or by a speaker of a member country on that date (members); other groups by what they have in common",
            key = true,
            values = {"venue", "members", "country", "speaker", "language", "year"})
        String basis,
    @Column(value = "Organization", key = true, references = "dim_organization.organization_id")
        String organizationId,
    @Column(value = "Theme", key = true, references = "dim_theme.theme_id") String themeId,
    @Column(value = "Earlier year", key = true) String periodFrom,
    @Column(value = "Later year", key = true) String periodTo,
    @Column(
            value = "Share in the later period minus share in the earlier",
            nullable = true,
            min = -1,
            max = 1)
        @Nullable Double change,
    @Column(value = "Lower bound of the interval of the change", nullable = true)
        @Nullable Double low,
    @Column(value = "Upper bound of the interval of the change", nullable = true)
        @Nullable Double high,
    @Column(
            value = "Level of the interval",
            nullable = true,
            unit = "probability",
            min = 0,
            max = 1)
        @Nullable Double ciLevel,
    @Column(
            value =
                "Two-sided p-value, by permutation of speeches (venue) or over countries (members); null when there are too few",
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
            values = {"rose", "fell", "not_distinguishable", "too_few_speeches"})
        String verdict,
    @Column(
            value =
                "Which of the two years is a partial one, with at most half the speeches of the other",
            values = {"none", "from", "to"})
        String partialPeriod) {}
