package org.summitthemes.corpus;

import org.summitthemes.config.CorpusConfig;

/**
 * How much is read before an input is refused, so that a small file cannot fill a large machine.
 *
 * @param documentBytes of one document, decompressed: a file, a member of an archive, a line of a
 *     JSON Lines file
 * @param archiveBytes of all members of one archive, decompressed
 * @param archiveMembers of one archive
 */
record Limits(long documentBytes, long archiveBytes, int archiveMembers) {
  private static final long ARCHIVE_BYTES = 64L << 30;
  private static final int ARCHIVE_MEMBERS = 5_000_000;

  static Limits of(CorpusConfig config) {
    return new Limits(config.maxFileBytes(), ARCHIVE_BYTES, ARCHIVE_MEMBERS);
  }
}
