package org.summitthemes.corpus;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The items of one opened file. Subclasses yield them one by one; opening, closing and turning what
 * goes wrong into a last, rejected item happens here.
 */
abstract class Items implements Iterator<Item> {
  private final Source source;
  private final Bytes bytes;
  private @Nullable InputStream in;
  private @Nullable Item next;
  private boolean yielded;
  private boolean done;

  Items(Source source, Bytes bytes) {
    this.source = source;
    this.bytes = bytes;
  }

  /** The next item, or null after the last. */
  abstract @Nullable Item advance(InputStream in) throws IOException, RejectedException;

  Source source() {
    return source;
  }

  @Override
  public final boolean hasNext() {
    if (next == null && !done) {
      next = nextOrRejected();
      yielded |= next != null;
    }

    return next != null;
  }

  @Override
  public final Item next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException(source.uri());
    }

    Item item = next;
    next = null;
    return item;
  }

  private @Nullable Item nextOrRejected() {
    try {
      if (in == null) {
        in = bytes.open();
      }

      Item item = advance(in);
      if (item != null) {
        return item;
      }

      close();
      return yielded ? null : rejected(Reason.EMPTY, "The file holds no document");
    } catch (RejectedException e) {
      close();
      return rejected(e.reason(), e.detail());
    } catch (IOException e) {
      close();
      return rejected(reason(e), describe(e));
    } catch (RuntimeException | StackOverflowError e) {
      // Decoders of hostile input throw whatever they like; here it can only mean a broken file.
      close();
      return rejected(Reason.DAMAGED, describe(e));
    }
  }

  private Item rejected(Reason reason, String detail) {
    return new Item.Rejected(source.uri(), reason, detail, 0, null);
  }

  final void close() {
    done = true;
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        // Everything that was wanted has been read.
        done = true;
      }
    }
  }

  private static Reason reason(IOException e) {
    if (e instanceof Limits.TooLargeException) {
      return Reason.TOO_LARGE;
    }

    if (e instanceof EOFException || e instanceof ZipException) {
      return Reason.DAMAGED;
    }

    boolean refused =
        e instanceof FileNotFoundException
            || e instanceof AccessDeniedException
            || e instanceof NoSuchFileException;
    return refused ? Reason.UNREADABLE : Reason.DAMAGED;
  }

  /** The kind of failure and its message, without paths, which would say where the corpus lies. */
  private static String describe(Throwable e) {
    String message = e.getMessage();
    return message == null || message.contains("/")
        ? e.getClass().getSimpleName()
        : Characters.oneLine(e.getClass().getSimpleName() + ": " + message);
  }
}
