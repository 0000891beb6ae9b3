package org.summitthemes.table;

import org.jspecify.annotations.Nullable;

/** How two organizations differ, theme by theme and over all themes. */
@Table(
    name = "fact_organization_contrast",
    description = "How two organizations differ, theme by theme and over all themes.")
public record FactOrganizationContrast(
    @Column(
            value =
                "How speeches belong to the organization: given at its meeting (venue), or by a speaker of a member country on that date (members); other groups by what they have in common",
            key = true,
            values = {"venue", "members", "country", "speaker", "language", "year"})
        String basis,
    @Column(
            value = "First organization, by name order",
            key = true,
            references = "dim_organization.organization_id")
        String organizationIdA,
    @Column(
            value = "Second organization",
            key = true,
            references = "dim_organization.organization_id")
        String organizationIdB,
    @Column(
            value =
                "Difference of shares (A minus B), the same with year and length of speeches held constant (at venues also the speaker's country), or Jensen-Shannon divergence of the theme distributions in bits",
            key = true,
            values = {"share_difference", "adjusted_difference", "jensen_shannon"})
        String measure,
    @Column(value = "Theme; all for jensen_shannon", key = true) String themeId,
    @Column(value = "Value of the measure", nullable = true, min = -1, max = 1)
        @Nullable Double value,
    @Column(value = "Lower bound of the interval of the value", nullable = true)
        @Nullable Double low,
    @Column(value = "Upper bound of the interval of the value", nullable = true)
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
            values = {
              "a_higher",
              "b_higher",
              "different",
              "not_distinguishable",
              "too_few_speeches"
            })
        String verdict,
    @Column(value = "Speeches of A", min = 0) int nSpeechesA,
    @Column(value = "Speeches of B", min = 0) int nSpeechesB) {}
