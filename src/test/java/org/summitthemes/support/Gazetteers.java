package org.summitthemes.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.summitthemes.config.OrganizationsConfig;
import org.summitthemes.config.OrganizationsConfig.Membership;
import org.summitthemes.config.OrganizationsConfig.Organization;

/** The gazetteer that is shipped, and small ones for tests. */
public final class Gazetteers {
  private static final Path SHIPPED = Path.of("jobs/organizations.yaml");

  private Gazetteers() {}

  public static OrganizationsConfig shipped() {
    try {
      return parse(Files.readString(SHIPPED));
    } catch (IOException e) {
      throw new UncheckedIOException(SHIPPED.toString(), e);
    }
  }

  public static OrganizationsConfig parse(String yaml) {
    try {
      List<Organization> organizations = new ArrayList<>();
      new YAMLMapper()
          .readTree(yaml)
          .get("organizations")
          .forEach(node -> organizations.add(organization(node)));
      return new OrganizationsConfig(organizations);
    } catch (IOException e) {
      throw new UncheckedIOException(yaml, e);
    }
  }

  private static Organization organization(JsonNode node) {
    List<String> aliases = new ArrayList<>();
    node.path("aliases").forEach(alias -> aliases.add(alias.textValue()));
    List<Membership> members = new ArrayList<>();
    node.path("members").forEach(member -> members.add(membership(member)));
    return new Organization(
        node.get("id").asText(),
        node.get("name").asText(),
        node.path("kind").asText("other"),
        aliases,
        members);
  }

  private static Membership membership(JsonNode node) {
    return new Membership(
        node.get("country").asText(),
        LocalDate.parse(node.get("from").asText()),
        node.has("to") ? LocalDate.parse(node.get("to").asText()) : null,
        node.path("role").asText("member"));
  }
}
