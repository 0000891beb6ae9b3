package org.summitthemes.corpus;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.summitthemes.config.CorpusConfig;

/**
 * Finds the reader for a file by the end of its name. A name that also ends in {@code .gz} is read
 * through gzip. This is the place to add a format.
 */
public final class Formats {
  private final Limits limits;

  public Formats(CorpusConfig config) {
    this(Limits.of(config));
  }

  Formats(Limits limits) {
    this.limits = limits;
  }

  /**
   * The items of the file: skipped by rule, read, or rejected.
   *
   * @param besideName name of the file's side-car, empty if it has none
   * @param beside bytes of the side-car
   */
  public Iterator<Item> read(Source source, Bytes bytes, String besideName, byte[] beside) {
    Details details = besideName.isEmpty() ? Details.NONE : SideCars.details(besideName, beside);
    return read(source, bytes, details);
  }

  Iterator<Item> read(Source source, Bytes bytes, Details beside) {
    Optional<SkipRule> rule = SkipRule.of(source.path());
    if (rule.isPresent()) {
      return one(new Item.Skipped(source.uri(), rule.get()));
    }

    if (isArchive(source)) {
      return new ArchiveReader(this, limits).read(source, bytes, beside);
    }

    return source.hasExtension("gz")
        ? readPlain(source.unzipped(), () -> new GZIPInputStream(bytes.open(), 1 << 16), beside)
        : readPlain(source, bytes, beside);
  }

  /** An archive's member. Archives in archives are refused: their limits would multiply. */
  Iterator<Item> readMember(Source source, Bytes bytes, Details beside) {
    if (isArchive(source) && SkipRule.of(source.path()).isEmpty()) {
      return one(unsupported(source, "An archive inside an archive is not opened"));
    }

    return read(source, bytes, beside);
  }

  private Iterator<Item> readPlain(Source source, Bytes bytes, Details beside) {
    return reader(source)
        .map(reader -> reader.read(source, bytes, beside))
        .orElseGet(() -> one(unsupported(source, "No reader for files of this name")));
  }

  private Optional<Reader> reader(Source source) {
    if (source.hasExtension("txt", "text")) {
      return Optional.of(WholeFileReader.text(limits));
    }

    if (source.hasExtension("md", "markdown")) {
      return Optional.of(new WholeFileReader("markdown", Markdown::parse, limits));
    }

    if (source.hasExtension("jsonl", "ndjson")) {
      return Optional.of(new JsonLinesReader(limits));
    }

    return Optional.empty();
  }

  private static boolean isArchive(Source source) {
    return source.hasExtension("tar", "tar.gz", "tgz", "zip");
  }

  private static Item unsupported(Source source, String detail) {
    return new Item.Rejected(source.uri(), Reason.UNSUPPORTED_FORMAT, detail, 0, null);
  }

  private static Iterator<Item> one(Item item) {
    return List.of(item).iterator();
  }
}
