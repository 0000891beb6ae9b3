package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * How inputs are read.
 *
 * @param maxFileBytes larger documents are rejected: files, members of archives, lines of JSON
 *     Lines
 * @param maxUnpackedBytes an archive or compressed file that unpacks to more is read no further
 * @param maxDocuments a file that holds more documents is read no further
 * @param minWords documents with fewer words are rejected
 * @param fileNamePattern regular expression over the file's path whose named groups ({@code
 *     speaker, country, organization, event, year, date, place, language, id}) give circumstances;
 *     empty for none
 * @param organization venue organization of every speech of the corpus that names none itself;
 *     empty for none
 * @param country country (ISO 3166-1 alpha-3) of every speaker of whom none is known; empty for
 *     none
 * @param columns names of columns and keys that hold the circumstances and the text
 */
public record CorpusConfig(
    long maxFileBytes,
    long maxUnpackedBytes,
    int maxDocuments,
    int minWords,
    String fileNamePattern,
    String organization,
    String country,
    ColumnsConfig columns)
    implements Serializable {
  public CorpusConfig {
    require(maxFileBytes >= 1, "max-file-bytes must be at least 1: %s", maxFileBytes);
    require(maxUnpackedBytes >= 1, "max-unpacked-bytes must be at least 1: %s", maxUnpackedBytes);
    require(maxDocuments >= 1, "max-documents must be at least 1: %s", maxDocuments);
    require(minWords >= 1, "min-words must be at least 1: %s", minWords);
    require(country.matches("|[A-Z]{2,3}"), "country must be an ISO code of letters: %s", country);
    Pattern.compile(fileNamePattern);
  }

  public static CorpusConfig defaults() {
    return new CorpusConfig(
        64L << 20, 16L << 30, 5_000_000, 20, "", "", "", ColumnsConfig.defaults());
  }
}
