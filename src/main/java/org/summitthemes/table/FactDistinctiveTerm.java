package org.summitthemes.table;

/** A word or phrase that an organization uses more than the rest. */
@Table(
    name = "fact_distinctive_term",
    description = "A word or phrase that an organization uses more than the rest.")
public record FactDistinctiveTerm(
    @Column(
            value =
                "How speeches belong to the organization: given at its meeting (venue), or by a speaker of a member country on that date (members); other groups by what they have in common",
            key = true,
            values = {"venue", "members", "country", "speaker", "language", "year"})
        String basis,
    @Column(value = "Organization", key = true, references = "dim_organization.organization_id")
        String organizationId,
    @Column(value = "Theme, or all", key = true) String themeId,
    @Column(value = "Term in its commonest surface form", key = true) String term,
    @Column(value = "Rank by z-score, from 1", min = 1) int rank,
    @Column(value = "Log-odds ratio with an informative Dirichlet prior", unit = "nats")
        double logOdds,
    @Column("Log-odds ratio divided by its standard error") double zScore,
    @Column(value = "Occurrences at the organization", min = 0) long nOrganization,
    @Column(value = "Occurrences elsewhere", min = 0) long nRest) {}
