package org.summitthemes.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page for people: one HTML file with its data, style, charts and program inside.
 *
 * <p>Nothing leaves the page and nothing enters it: the Content-Security-Policy forbids every
 * request and runs only the two scripts whose hashes it names. Data stand in a block that is no
 * script, with every {@code <} escaped, and the program puts texts into the page as texts, so that
 * nothing that somebody once said at a summit can be executed. The page holds no clock: equal runs
 * give equal pages.
 */
public final class Page {
  private static final String FOLDER = "/org/summitthemes/report/";
  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";
  private static final List<String> PROGRAM =
      List.of("data.js", "dom.js", "charts.js", "sections.js", "main.js");

  private Page() {}

  /**
   * The text of {@code report.html}.
   *
   * @param frames the tables that the page shows, by the names that its program knows
   */
  public static String html(Provenance provenance, Map<String, Frame> frames) {
    String style = resource(FOLDER + "page.css");
    String charts = resource(ECHARTS);
    String program = program();
    String policy =
        "default-src 'none'; script-src %s %s; style-src-elem %s; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'"
            .formatted(hash(charts), hash(program), hash(style));
    return filled(
        resource(FOLDER + "page.html"),
        Map.of(
            "policy", policy,
            "style", style,
            "data", embedded(data(provenance, frames)),
            "echarts", charts,
            "program", program));
  }

  private static String program() {
    return PROGRAM.stream()
        .map(name -> resource(FOLDER + name))
        .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "})();\n"));
  }

  private static ObjectNode data(Provenance provenance, Map<String, Frame> frames) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ObjectNode run = data.putObject("run");
    run.put("id", provenance.runId());
    run.set("config", provenance.config());
    provenance.counts().forEach(run.putObject("counts")::put);
    provenance.versions().forEach(run.putObject("versions")::put);
    provenance.warnings().forEach(run.putArray("warnings")::add);
    ObjectNode tables = data.putObject("frames");
    frames.forEach((name, frame) -> tables.set(name, frame.json()));
    return data;
  }

  /** JSON that no HTML parser takes for anything but text. */
  private static String embedded(JsonNode json) {
    return json.toString().replace("<", "\\u003c");
  }

  /** The template with each line {@code {{name}}} replaced. */
  private static String filled(String template, Map<String, String> parts) {
    StringBuilder page = new StringBuilder();
    int from = 0;
    for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", from)) {
      int close = template.indexOf("}}", open);
      page.append(template, from, open);
      page.append(part(parts, template.substring(open + 2, close)));
      from = close + 2;
    }
    return page.append(template, from, template.length()).toString();
  }

  private static String part(Map<String, String> parts, String name) {
    String part = parts.get(name);
    if (part == null) {
      throw new IllegalStateException("The page's template names an unknown part: " + name);
    }

    return part;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (@Nullable InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Not in the jar: " + name);
      }

      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
