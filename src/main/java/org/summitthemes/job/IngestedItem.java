package org.summitthemes.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.summitthemes.corpus.Item;
import org.summitthemes.corpus.Outcome;
import org.summitthemes.corpus.ReadSpeech;
import org.summitthemes.corpus.ReadSpeech.OrganizationMention;
import org.summitthemes.corpus.Shingles;
import org.summitthemes.table.Column;
import org.summitthemes.table.FactMention;
import org.summitthemes.table.Table;

/**
 * What became of one input, as a row between reading and comparing. Beside this go the columns of
 * {@link org.summitthemes.table.Speech}, null where the input is no speech.
 */
@Table(name = "ingested_items", description = "What became of one input.")
public record IngestedItem(
    @Column(value = "File that holds it, relative to its corpus", key = true) String file,
    @Column(value = "Input", key = true) String itemUri,
    @Column("speech, rejected or skipped") String outcome,
    @Column("Code of the reason or rule") @Nullable String code,
    @Column("Reason as a sentence") @Nullable String detail,
    @Column("Size") long itemBytes,
    @Column("Hash of a rejected input") @Nullable String itemSha256,
    @Column("Hash of the words of a speech") @Nullable String textSha256,
    @Column("Key that a speech claims") @Nullable String claimedId,
    @Column("Hash of all that was read of a speech") @Nullable String speechSha256,
    @Column("Characters of a speech") int nChars,
    @Column("Words of a speech") int nWords,
    @Column("Distinct runs of words of a speech") int nShingles,
    @Column("Hashes of runs of words by which a speech is compared with all others")
        List<Long> hashes,
    @Column("Organizations in a speech") List<String> organizations,
    @Column("Parallel: venue or mentioned") List<String> roles,
    @Column("Parallel: how often named") List<Integer> counts,
    @Column("Parallel: where first named, negative if nowhere") List<Integer> firstOffsets) {

  static final String SPEECH = "speech";
  static final String REJECTED = "rejected";
  static final String SKIPPED = "skipped";

  static IngestedItem of(Outcome outcome, InputFile file) {
    if (outcome instanceof ReadSpeech speech) {
      return of(speech, file);
    }

    if (outcome instanceof Item.Rejected rejected) {
      long bytes = rejected.nBytes() == 0 ? file.nBytes() : rejected.nBytes();
      return of(
          REJECTED,
          rejected.sourceUri(),
          file,
          rejected.reason().code(),
          rejected.detail(),
          bytes,
          rejected.contentSha256());
    }

    Item.Skipped skipped = (Item.Skipped) outcome;
    return of(SKIPPED, skipped.sourceUri(), file, skipped.rule().code(), null, 0, null);
  }

  private static IngestedItem of(
      String outcome,
      String uri,
      InputFile file,
      String code,
      @Nullable String detail,
      long bytes,
      @Nullable String sha256) {
    return new IngestedItem(
        file.source().uri(),
        uri,
        outcome,
        code,
        detail,
        bytes,
        sha256,
        null,
        null,
        null,
        0,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static IngestedItem of(ReadSpeech speech, InputFile file) {
    List<OrganizationMention> mentions = speech.mentions();
    String text = speech.speech().text();
    long[] shingles = Shingles.of(text);
    return new IngestedItem(
        file.source().uri(),
        speech.sourceUri(),
        SPEECH,
        null,
        null,
        0,
        null,
        speech.textSha256(),
        speech.speech().speechId(),
        sha256(speech.speech().toString()),
        text.codePointCount(0, text.length()),
        speech.nWords(),
        shingles.length,
        Arrays.stream(Shingles.sample(shingles)).boxed().toList(),
        mentions.stream().map(OrganizationMention::organizationId).toList(),
        mentions.stream().map(mention -> mention.venue() ? "venue" : "mentioned").toList(),
        mentions.stream().map(OrganizationMention::nMentions).toList(),
        mentions.stream().map(IngestedItem::firstOffset).toList());
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static Integer firstOffset(OrganizationMention mention) {
    Integer offset = mention.firstOffset();
    return offset == null ? -1 : offset;
  }

  /** The mentions of a speech with its final key. */
  static FactMention mention(
      String speechId, String organization, String role, int n, int firstOffset) {
    return new FactMention(speechId, organization, role, n, firstOffset < 0 ? null : firstOffset);
  }
}
