package org.summitthemes.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.summitthemes.UserException;

/**
 * The run ledger: one numbered JSON file a run under {@code warehouse/ledger}. Readers resolve the
 * newest entry; a run whose entry is not there never happened.
 */
public final class Ledger {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final String KEPT = "KEPT-FROM";
  private static final String NAME = "\\d{6}\\.json";

  private final Files files;
  private final Path folder;

  Ledger(Files files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  /** All entries, oldest first. */
  public List<LedgerEntry> entries() {
    try {
      List<LedgerEntry> entries = new ArrayList<>();
      for (Path path : files.list(folder)) {
        if (path.getName().matches(NAME)) {
          entries.add(read(path));
        }
      }
      entries.sort(Comparator.comparingInt(LedgerEntry::number));
      return entries;
    } catch (IOException e) {
      throw new UserException(e, "Cannot read the run ledger %s: %s", folder, e.getMessage());
    }
  }

  /** The newest entry, or one in which nothing is in force. */
  public LedgerEntry newest() {
    List<LedgerEntry> entries = entries();
    return entries.isEmpty() ? LedgerEntry.NONE : entries.get(entries.size() - 1);
  }

  /** The entry of a run. */
  public LedgerEntry entry(String runId) {
    return entries().stream()
        .filter(entry -> entry.runId().equals(runId))
        .findFirst()
        .orElseThrow(() -> new UserException("No run %s in %s", runId, folder));
  }

  /** The entries whose data are kept, oldest first. */
  List<LedgerEntry> kept() {
    int oldest = oldestKept();
    return entries().stream().filter(entry -> entry.number() >= oldest).toList();
  }

  /** Number of the oldest run whose data are kept. */
  int oldestKept() {
    Path file = new Path(folder, KEPT);
    try {
      return files.exists(file) ? Integer.parseInt(files.text(file).strip()) : 1;
    } catch (IOException e) {
      throw new UserException(e, "Cannot read %s: %s", file, e.getMessage());
    } catch (NumberFormatException e) {
      throw new UserException(e, "%s is damaged: a number was expected", file);
    }
  }

  /** Lets go of the data of all runs before that number. */
  void keepFrom(int number) throws IOException {
    files.replace(new Path(folder, KEPT), Math.max(number, oldestKept()) + "\n");
  }

  /** Adds the entry in one step that fails if its number is taken. */
  void add(LedgerEntry entry) {
    Path path = new Path(folder, "%06d.json".formatted(entry.number()));
    try {
      files.createOnce(
          path, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entry) + "\n");
    } catch (IOException e) {
      throw new UserException(e, "Cannot write the run ledger %s: %s", path, e.getMessage());
    }
  }

  private LedgerEntry read(Path path) throws IOException {
    LedgerEntry entry;
    try {
      entry = JSON.readValue(files.text(path), LedgerEntry.class);
    } catch (JsonProcessingException e) {
      throw new UserException(
          e,
          "The run ledger is damaged: %s is not a ledger entry. Restore it from a backup, or use another --out",
          path);
    }

    if (entry.format() != LedgerEntry.FORMAT) {
      throw new UserException(
          "%s was written in format %s; this version reads format %s. Use another --out",
          path, entry.format(), LedgerEntry.FORMAT);
    }

    return entry;
  }
}
