package org.summitthemes.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.summitthemes.config.CorpusConfig;

/**
 * Finds the reader for a file by the end of its name. A name that also ends in {@code .gz} is read
 * through gzip. {@link #readers} is the place to add a format.
 */
public final class Formats {
  private static final List<String> ARCHIVES = List.of("tar", "tar.gz", "tgz", "zip");

  private final Limits limits;
  private final Map<String, Reader> byExtension;

  public Formats(CorpusConfig config) {
    this(Limits.of(config), new Columns(config.columns()));
  }

  Formats(Limits limits) {
    this(limits, Columns.STANDARD);
  }

  private Formats(Limits limits, Columns columns) {
    this.limits = limits;
    this.byExtension = readers(limits, columns);
  }

  /** The reader for each end of a name. */
  private static Map<String, Reader> readers(Limits limits, Columns columns) {
    Map<String, Reader> readers = new TreeMap<>();
    Reader text = WholeFileReader.text(limits);
    Reader markdown =
        new WholeFileReader("markdown", WholeFileReader.decoded(Markdown::parse), limits);
    Reader html = new WholeFileReader("html", Html::parse, limits.atMost(Html.MOST_BYTES));
    Reader lines = new JsonLinesReader(limits, columns);
    Reader csv = new CsvReader(limits, columns);
    readers.put("json", new JsonReader(limits, columns));
    readers.put("parquet", new ParquetRows(limits, columns));
    readers.put("pdf", new WholeFileReader("pdf", OfficeDocument::pdf, limits));
    readers.put("docx", new WholeFileReader("docx", OfficeDocument::docx, limits));
    Reader tei = new TeiReader(limits);
    List.of("xml", "tei").forEach(extension -> readers.put(extension, tei));
    List.of("csv", "tsv", "tab").forEach(extension -> readers.put(extension, csv));
    List.of("txt", "text").forEach(extension -> readers.put(extension, text));
    List.of("md", "markdown").forEach(extension -> readers.put(extension, markdown));
    List.of("html", "htm", "xhtml").forEach(extension -> readers.put(extension, html));
    List.of("jsonl", "ndjson").forEach(extension -> readers.put(extension, lines));
    return readers;
  }

  /** The ends of names, without the dot, that are read as documents or opened as archives. */
  Set<String> extensions() {
    Set<String> extensions = new TreeSet<>(byExtension.keySet());
    extensions.addAll(ARCHIVES);
    return extensions;
  }

  /**
   * The items of the file: skipped by rule, read, or rejected.
   *
   * @param besideName name of the file's side-car, empty if it has none
   * @param beside bytes of the side-car
   */
  public Iterator<Item> read(Source source, Bytes bytes, String besideName, byte[] beside) {
    Details details = besideName.isEmpty() ? Details.NONE : SideCars.details(besideName, beside);
    return new Counted(source, read(source, bytes, details), limits.documents());
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
        ? readPlain(source.unzipped(), () -> unzipped(bytes), beside)
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

  private InputStream unzipped(Bytes bytes) throws IOException {
    InputStream raw = bytes.open();
    try {
      return limits.unpacked(new GZIPInputStream(raw, 1 << 16));
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private Optional<Reader> reader(Source source) {
    return byExtension.entrySet().stream()
        .filter(entry -> source.hasExtension(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean isArchive(Source source) {
    return ARCHIVES.stream().anyMatch(source::hasExtension);
  }

  private static Item unsupported(Source source, String detail) {
    return new Item.Rejected(source.uri(), Reason.UNSUPPORTED_FORMAT, detail, 0, null);
  }

  private static Iterator<Item> one(Item item) {
    return List.of(item).iterator();
  }

  /**
   * Ends a file that would yield more items than there may be, and tells items of one name apart,
   * as an archive may hold them, by {@code ~2}, {@code ~3}, ….
   */
  private static final class Counted implements Iterator<Item> {
    private final Source source;
    private final Iterator<Item> items;
    private final int most;
    private final Map<String, Integer> names = new HashMap<>();
    private int seen;

    Counted(Source source, Iterator<Item> items, int most) {
      this.source = source;
      this.items = items;
      this.most = most;
    }

    @Override
    public boolean hasNext() {
      return seen <= most && items.hasNext();
    }

    @Override
    public Item next() {
      Item item = items.next();
      seen++;
      if (seen <= most) {
        return unique(item);
      }

      if (items instanceof Items open) {
        open.close();
      }
      String detail = "The file holds more documents than max-documents: " + most;
      return new Item.Rejected(source.uri(), Reason.TOO_LARGE, detail, 0, null);
    }

    /** Lines have numbers; only members of archives can have one name. */
    private Item unique(Item item) {
      if (!isArchive(source)) {
        return item;
      }

      int n = names.merge(item.sourceUri(), 1, Integer::sum);
      return n == 1 ? item : unique(item.named(item.sourceUri() + "~" + n));
    }
  }
}
