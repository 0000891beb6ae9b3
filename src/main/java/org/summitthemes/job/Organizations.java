package org.summitthemes.job;

import java.util.ArrayList;
import java.util.List;
import org.summitthemes.config.OrganizationsConfig;
import org.summitthemes.config.OrganizationsConfig.Organization;
import org.summitthemes.table.BridgeMembership;
import org.summitthemes.table.DimOrganization;

/** The gazetteer's own tables. */
public final class Organizations {
  private Organizations() {}

  /** A row for each organization, by key. */
  public static List<DimOrganization> dimension(OrganizationsConfig config) {
    return config.organizations().stream()
        .map(Organizations::row)
        .sorted(java.util.Comparator.comparing(DimOrganization::organizationId))
        .toList();
  }

  /** A row for each period in which a country belonged to an organization, by key. */
  public static List<BridgeMembership> memberships(OrganizationsConfig config) {
    return config.organizations().stream()
        .flatMap(
            organization ->
                organization.members().stream()
                    .map(
                        member ->
                            new BridgeMembership(
                                organization.id(),
                                member.country(),
                                member.from(),
                                member.to(),
                                member.role())))
        .sorted(
            java.util.Comparator.comparing(BridgeMembership::organizationId)
                .thenComparing(BridgeMembership::countryId)
                .thenComparing(BridgeMembership::validFrom))
        .toList();
  }

  /**
   * The rows of the organizations and of the other groups that are compared, whose kind is what
   * their speeches have in common.
   *
   * @param groups ids of groups that are no organizations
   */
  public static List<DimOrganization> dimension(OrganizationsConfig config, List<String> groups) {
    List<DimOrganization> rows = new ArrayList<>(dimension(config));
    for (String group : groups) {
      int end = group.indexOf(Belongings.SEPARATOR);
      rows.add(new DimOrganization(group, group.substring(end + 1), group.substring(0, end), ""));
    }
    rows.sort(java.util.Comparator.comparing(DimOrganization::organizationId));
    return rows;
  }

  private static DimOrganization row(Organization organization) {
    return new DimOrganization(
        organization.id(),
        organization.name(),
        organization.kind(),
        String.join("|", organization.aliases()));
  }
}
