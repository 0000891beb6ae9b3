package org.summitthemes.table;

import org.jspecify.annotations.Nullable;

/** The share of a theme in what was said at, or by members of, an organization. */
@Table(
    name = "fact_organization_theme",
    description = "The share of a theme in what was said at, or by members of, an organization.")
public record FactOrganizationTheme(
    @Column(
            value =
                "How speeches belong to the organization: given at its meeting (venue), or by a speaker of a member country on that date (members); other groups by what they have in common",
            key = true,
            values = {"venue", "members", "country", "speaker", "language", "year"})
        String basis,
    @Column(value = "Organization", key = true, references = "dim_organization.organization_id")
        String organizationId,
    @Column(value = "all, or a year", key = true) String period,
    @Column(value = "Theme", key = true, references = "dim_theme.theme_id") String themeId,
    @Column(value = "Share of the words of all speeches", unit = "share", min = 0, max = 1)
        double share,
    @Column(
            value = "Lower bound of the interval; null when there are too few speeches",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        @Nullable Double shareLow,
    @Column(
            value = "Upper bound of the interval; null when there are too few speeches",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        @Nullable Double shareHigh,
    @Column(value = "Level of the interval", unit = "probability", min = 0, max = 1) double ciLevel,
    @Column(value = "Speeches, copies not counted", min = 0) int nSpeeches,
    @Column(value = "Words of sentences of the theme", unit = "words", min = 0) long nThemeWords,
    @Column(value = "Words", unit = "words", min = 0) long nWords) {}
