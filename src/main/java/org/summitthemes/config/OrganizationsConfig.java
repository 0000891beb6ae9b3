package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gazetteer of organizations as it stands in its file. */
public record OrganizationsConfig(List<Organization> organizations) implements Serializable {
  public OrganizationsConfig {
    organizations = organizations == null ? List.of() : List.copyOf(organizations);
    require(!organizations.isEmpty(), "organizations must name at least one organization");
    Set<String> seen = new HashSet<>();
    for (Organization organization : organizations) {
      require(seen.add(organization.id()), "organization ids must differ: %s", organization.id());
    }
  }

  /**
   * An organization.
   *
   * @param aliases abbreviations (in capitals: matched in capitals only) and names in any language
   */
  public record Organization(
      String id, String name, String kind, List<String> aliases, List<Membership> members)
      implements Serializable {
    public Organization {
      require(
          id != null && id.matches("[A-Z][A-Za-z0-9+_-]*"),
          "id must be a short key such as OTS: %s",
          id);
      require(name != null && !name.isBlank(), "name of organization %s must not be empty", id);
      kind = kind == null ? "other" : kind;
      aliases = aliases == null ? List.of() : List.copyOf(aliases);
      members = members == null ? List.of() : List.copyOf(members);
    }
  }

  /** A membership, from its first day to its last; {@code to} is null while it lasts. */
  public record Membership(String country, LocalDate from, @Nullable LocalDate to, String role)
      implements Serializable {
    public Membership {
      require(
          country != null && country.matches("[A-Z]{2,3}"),
          "country must be an ISO 3166-1 alpha-3 code: %s",
          country);
      require(from != null, "membership of %s must have a date 'from'", country);
      require(
          to == null || !to.isBefore(from),
          "membership of %s must not end (%s) before it begins (%s)",
          country,
          to,
          from);
      role = role == null ? "member" : role;
    }
  }
}
