package org.summitthemes.table;

/** An organization of the gazetteer. */
@Table(name = "dim_organization", description = "An organization of the gazetteer.")
public record DimOrganization(
    @Column(value = "Short readable key such as OTS", key = true) String organizationId,
    @Column("Full English name") String name,
    @Column("Sort of organization, such as regional, security, economic, universal") String kind,
    @Column("Other names and abbreviations in all languages, |-joined") String aliases) {}
