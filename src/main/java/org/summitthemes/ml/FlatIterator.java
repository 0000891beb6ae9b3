package org.summitthemes.ml;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The elements that a function makes of each element of an iterator, one after the other. */
final class FlatIterator<T, R> implements Iterator<R> {
  private final Iterator<T> sources;
  private final Function<T, Iterator<R>> function;
  private Iterator<R> current = Collections.emptyIterator();

  FlatIterator(Iterator<T> sources, Function<T, Iterator<R>> function) {
    this.sources = sources;
    this.function = function;
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && sources.hasNext()) {
      current = function.apply(sources.next());
    }
    return current.hasNext();
  }

  @Override
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }

    return current.next();
  }
}
