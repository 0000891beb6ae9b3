package org.summitthemes.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import org.summitthemes.UserException;
import org.summitthemes.config.ConfigFile;
import org.summitthemes.config.OrganizationsConfig;
import org.summitthemes.config.PipelineConfig;
import org.summitthemes.config.ProposalsConfig;
import org.summitthemes.config.ThemesConfig;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.Teacher;

/**
 * The configuration of a run with its catalog and gazetteer.
 *
 * @param background further themes that show what {@code other} looks like; null for none
 */
record Configured(
    PipelineConfig pipeline,
    ThemesConfig themes,
    OrganizationsConfig organizations,
    ProposalsConfig proposals,
    @Nullable ThemesConfig background) {
  private static final String SHIPPED = "/org/summitthemes/defaults/";

  /**
   * Reads the configuration file and the files it names, relative to its folder; without a file,
   * the shipped ones.
   *
   * @param overrides values by dotted path that win over the file
   */
  static Configured read(
      @Nullable String file, Map<String, String> overrides, Configuration hadoop) {
    if (file == null) {
      return read(
          ConfigFile.pipeline("shipped pipeline.yaml", shipped("pipeline.yaml"), overrides),
          null,
          hadoop);
    }

    Path path = new Path(file);
    PipelineConfig pipeline = ConfigFile.pipeline(file, text(path, hadoop), overrides);
    return read(pipeline, path.getParent(), hadoop);
  }

  private static Configured read(
      PipelineConfig pipeline, @Nullable Path folder, Configuration hadoop) {
    String background = pipeline.label().background();
    return new Configured(
        pipeline,
        ConfigFile.themes(pipeline.themes(), text(folder, pipeline.themes(), hadoop)),
        ConfigFile.organizations(
            pipeline.organizations(), text(folder, pipeline.organizations(), hadoop)),
        ConfigFile.proposals(pipeline.proposals(), proposals(folder, pipeline.proposals(), hadoop)),
        background.isEmpty()
            ? null
            : ConfigFile.themes(background, text(folder, background, hadoop)));
  }

  /** Who teaches the labeller's student; none without a background. */
  Optional<Teacher> teacher() {
    return background == null
        ? Optional.empty()
        : Optional.of(new Teacher(Catalog.of(themes), Catalog.of(background)));
  }

  /** Everything that may change a number, as one tree with the files' key names. */
  JsonNode tree() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set("pipeline", ConfigFile.tree(pipeline));
    tree.set("themes", ConfigFile.tree(themes));
    tree.set("organizations", ConfigFile.tree(organizations));
    tree.set("proposals", ConfigFile.tree(proposals));
    if (background != null) {
      tree.set("background", ConfigFile.tree(background));
    }
    return tree;
  }

  /** The file beside the configuration, else the shipped one of that name. */
  private static String proposals(@Nullable Path folder, String name, Configuration hadoop) {
    try {
      return text(folder, name, hadoop);
    } catch (UserException e) {
      if (e.getCause() instanceof FileNotFoundException
          && name.equals(PipelineConfig.defaults().proposals())) {
        return shipped(name);
      }

      throw e;
    }
  }

  private static String text(@Nullable Path folder, String name, Configuration hadoop) {
    if (folder == null
        && !URI.create(name.replace(' ', '+')).isAbsolute()
        && !name.startsWith("/")) {
      return shipped(name);
    }

    return text(folder == null ? new Path(name) : new Path(folder, name), hadoop);
  }

  private static String text(Path path, Configuration hadoop) {
    try (InputStream in = path.getFileSystem(hadoop).open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      throw new UserException(e, "File not found: %s", path);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserException(e, "Cannot read %s: %s", path, e.getMessage());
    }
  }

  private static String shipped(String name) {
    try (InputStream in = Configured.class.getResourceAsStream(SHIPPED + name)) {
      if (in == null) {
        throw new UserException(
            "File not found among the shipped ones: %s; give --config for your own", name);
      }

      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserException(e, "Cannot read the shipped %s: %s", name, e.getMessage());
    }
  }
}
