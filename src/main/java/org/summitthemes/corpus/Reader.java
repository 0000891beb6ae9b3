package org.summitthemes.corpus;

import java.util.Iterator;

/**
 * Reads the documents of one file, one after another.
 *
 * <p>An iterator holds one document at a time, yields at least one item, and throws nothing: what
 * goes wrong becomes an {@link Item.Rejected}.
 */
interface Reader {
  /**
   * The file's items.
   *
   * @param beside what the file's side-car says
   */
  Iterator<Item> read(Source source, Bytes bytes, Details beside);
}
