package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * How inputs are read.
 *
 * @param maxFileBytes larger files are rejected
 * @param minWords documents with fewer words are rejected
 * @param fileNamePattern regular expression over the file's path whose named groups ({@code
 *     speaker, country, organization, event, year, date, place, language, id}) give circumstances;
 *     empty for none
 * @param organization venue organization of every speech of the corpus that names none itself;
 *     empty for none
 */
public record CorpusConfig(
    long maxFileBytes, int minWords, String fileNamePattern, String organization)
    implements Serializable {
  public CorpusConfig {
    require(maxFileBytes >= 1, "max-file-bytes must be at least 1: %s", maxFileBytes);
    require(minWords >= 1, "min-words must be at least 1: %s", minWords);
    Pattern.compile(fileNamePattern);
  }

  public static CorpusConfig defaults() {
    return new CorpusConfig(64L * 1024 * 1024, 20, "", "");
  }
}
