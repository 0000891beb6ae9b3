package org.summitthemes.corpus;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files that state the circumstances of the file beside them. */
public final class SideCars {
  /** What is appended to a file's name to name its side-car, the first that exists counts. */
  public static final List<String> SUFFIXES = List.of(".meta.json", ".meta.yaml", ".meta.yml");

  private SideCars() {}

  /** What the side-car says; nothing if it cannot be parsed. Throws nothing. */
  static Details details(String name, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return (name.endsWith(".json") ? KeyValues.json(text) : KeyValues.yaml(text))
        .map(object -> KeyValues.details(object, Origin.SIDE_CAR))
        .orElse(Details.NONE);
  }

  /** The name of the file that the side-car speaks of. */
  static String owner(String sideCar) {
    return SUFFIXES.stream()
        .filter(sideCar::endsWith)
        .findFirst()
        .map(suffix -> sideCar.substring(0, sideCar.length() - suffix.length()))
        .orElse(sideCar);
  }
}
