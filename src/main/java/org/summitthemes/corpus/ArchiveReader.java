package org.summitthemes.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of {@code .tar}, {@code .tar.gz} ({@code .tgz}) and {@code .zip} as they stream
 * by. Nothing is written to disk, so member names such as {@code ../x} are only names.
 *
 * <p>A first pass collects side-cars, for a side-car may stand behind its document. A damaged
 * archive gives the members before the damage and one rejected item for itself. Links and devices
 * are rejected; folders are no inputs.
 */
final class ArchiveReader implements Reader {
  private static final int MAX_SIDE_CAR_BYTES = 1 << 20;
  private static final int MAX_SIDE_CARS = 1_000_000;

  private final Formats formats;
  private final Limits limits;

  ArchiveReader(Formats formats, Limits limits) {
    this.formats = formats;
    this.limits = limits;
  }

  @Override
  public Iterator<Item> read(Source source, Bytes bytes, Details beside) {
    return new Items(source, () -> open(source, bytes)) {
      private final Map<String, Details> sideCars = sideCars(source, bytes);
      private Iterator<Item> member = Collections.emptyIterator();

      @Override
      @Nullable Item advance(InputStream in) throws IOException, RejectedException {
        ArchiveInputStream<?> archive = (ArchiveInputStream<?>) in;
        while (!member.hasNext()) {
          ArchiveEntry entry = archive.getNextEntry();
          if (entry == null) {
            return null;
          }

          if (!entry.isDirectory()) {
            member = items(source, archive, entry, sideCars, beside);
          }
        }
        return member.next();
      }
    };
  }

  private Iterator<Item> items(
      Source source,
      ArchiveInputStream<?> archive,
      ArchiveEntry entry,
      Map<String, Details> sideCars,
      Details beside) {
    Source member = source.member(entry.getName());
    if (!isPlainFile(archive, entry) && SkipRule.of(member.path()).isEmpty()) {
      String detail = "The member is a link, a device or packed in an unknown way";
      return Collections.<Item>singleton(
              new Item.Rejected(member.uri(), Reason.UNSUPPORTED_FORMAT, detail, 0, null))
          .iterator();
    }

    Details details = sideCars.getOrDefault(entry.getName(), Details.NONE).orElse(beside);
    return formats.readMember(member, () -> unclosable(archive), details);
  }

  private Map<String, Details> sideCars(Source source, Bytes bytes) {
    Map<String, Details> found = new HashMap<>();
    try (ArchiveInputStream<?> archive = open(source, bytes)) {
      for (ArchiveEntry entry = archive.getNextEntry();
          entry != null && found.size() < MAX_SIDE_CARS;
          entry = archive.getNextEntry()) {
        if (isSideCar(archive, entry)) {
          byte[] content = WholeFileReader.limited(archive, MAX_SIDE_CAR_BYTES);
          found.putIfAbsent(
              SideCars.owner(entry.getName()), SideCars.details(entry.getName(), content));
        }
      }
    } catch (IOException | RejectedException | RuntimeException e) {
      // The reading pass meets the same fault and reports it; side-cars found so far count.
      return found;
    }
    return found;
  }

  private static boolean isSideCar(ArchiveInputStream<?> archive, ArchiveEntry entry) {
    return SkipRule.of(entry.getName()).filter(SkipRule.SIDE_CAR::equals).isPresent()
        && isPlainFile(archive, entry);
  }

  private static boolean isPlainFile(ArchiveInputStream<?> archive, ArchiveEntry entry) {
    if (entry instanceof TarArchiveEntry tar) {
      return tar.isFile() && !tar.isSymbolicLink() && !tar.isLink();
    }

    return archive.canReadEntryData(entry);
  }

  private ArchiveInputStream<?> open(Source source, Bytes bytes) throws IOException {
    InputStream raw = bytes.open();
    try {
      if (source.hasExtension("zip")) {
        return zip(limits.unpacked(raw));
      }

      InputStream tar = source.hasExtension("tar") ? raw : new GZIPInputStream(raw, 1 << 16);
      return new TarArchiveInputStream(limits.unpacked(tar), "UTF-8");
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** Members read through this do not close the archive. */
  private static InputStream unclosable(InputStream archive) {
    return new FilterInputStream(archive) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        return in.read(buffer, offset, length);
      }

      @Override
      public void close() {
        // The archive goes on behind the member.
      }
    };
  }

  /** A zip file, counting what its members unpack to. */
  private ArchiveInputStream<?> zip(InputStream raw) {
    return new ZipArchiveInputStream(raw, "UTF-8", true, true) {
      private long unpacked;

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        unpacked += Math.max(n, 0);
        if (unpacked > limits.unpackedBytes()) {
          throw Limits.TooLargeException.unpacked(limits.unpackedBytes());
        }
        return n;
      }
    };
  }
}
