package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

import java.io.Serializable;

/**
 * How texts are cut.
 *
 * @param passageMinWords shorter paragraphs are joined with their neighbours
 * @param passageMaxWords longer paragraphs are cut at sentence ends
 */
public record PrepareConfig(int passageMinWords, int passageMaxWords) implements Serializable {
  public PrepareConfig {
    require(passageMinWords >= 1, "passage-min-words must be at least 1: %s", passageMinWords);
    require(
        passageMaxWords >= passageMinWords,
        "passage-max-words must be at least passage-min-words (%s): %s",
        passageMinWords,
        passageMaxWords);
  }

  public static PrepareConfig defaults() {
    return new PrepareConfig(40, 150);
  }
}
