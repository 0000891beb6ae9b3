package org.summitthemes.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.summitthemes.table.Speech;

/**
 * A speech as one input gives it, before inputs are compared with each other.
 *
 * @param speech with the key that it claims, no {@code duplicateOf}, and an empty run
 * @param textSha256 equal for speeches of the same words
 * @param nWords words of the stored text
 */
public record ReadSpeech(
    Speech speech, String textSha256, int nWords, List<OrganizationMention> mentions)
    implements Outcome {

  @Override
  public String sourceUri() {
    return speech.sourceUri();
  }

  /**
   * An organization in the speech.
   *
   * @param venue whether the speech was given at its meeting
   * @param firstOffset where the text first names it, in code points; null if it never does
   */
  public record OrganizationMention(
      String organizationId, boolean venue, int nMentions, @Nullable Integer firstOffset) {}
}
