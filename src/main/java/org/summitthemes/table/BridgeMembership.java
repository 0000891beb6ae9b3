package org.summitthemes.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A country's membership of an organization over a period. */
@Table(
    name = "bridge_membership",
    description = "A country's membership of an organization over a period.")
public record BridgeMembership(
    @Column(value = "Organization", key = true, references = "dim_organization.organization_id")
        String organizationId,
    @Column(value = "Country, ISO 3166-1 alpha-3 (EU for the European Union)", key = true)
        String countryId,
    @Column(value = "First day of membership", key = true) LocalDate validFrom,
    @Column(value = "Last day of membership; null while it lasts", nullable = true)
        @Nullable LocalDate validTo,
    @Column("member, observer, partner or the like") String role) {}
