package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Documents as flat arrays: the ids, and the term id of each token.
 *
 * <p>The documents stand in the order of their ids, so that a block built again from the same
 * documents, in whatever order they arrive, is the same block.
 */
public final class DocumentBlock implements Serializable {
  private final byte[] ids;
  private final int[] idEnds;
  private final int[] ends;
  private final int[] tokens;
  private final long[] keys;

  private DocumentBlock(byte[] ids, int[] idEnds, int[] ends, int[] tokens) {
    this.ids = ids;
    this.idEnds = idEnds;
    this.ends = ends;
    this.tokens = tokens;
    this.keys = keys(ids, idEnds);
  }

  /** A builder of a block whose term ids are below the size of the vocabulary. */
  public static Builder builder(int terms) {
    return new Builder(terms);
  }

  public int documents() {
    return ends.length;
  }

  public String id(int document) {
    int start = document == 0 ? 0 : idEnds[document - 1];
    return new String(ids, start, idEnds[document] - start, StandardCharsets.UTF_8);
  }

  /** What the document's random numbers are keyed by. */
  long key(int document) {
    return keys[document];
  }

  /** The position of the document's first token. */
  int start(int document) {
    return document == 0 ? 0 : ends[document - 1];
  }

  /** The position after the document's last token. */
  int end(int document) {
    return ends[document];
  }

  public int length(int document) {
    return end(document) - start(document);
  }

  /** The term id of each token, document by document; not a copy. */
  int[] tokens() {
    return tokens;
  }

  public int tokenCount() {
    return tokens.length;
  }

  /**
   * How many tokens each term has.
   *
   * @param terms size of the vocabulary
   */
  public long[] termFrequencies(int terms) {
    long[] frequencies = new long[terms];
    for (int term : tokens) {
      frequencies[term]++;
    }
    return frequencies;
  }

  /** The documents of all blocks as one block. */
  public static DocumentBlock merge(List<DocumentBlock> blocks) {
    var builder = new Builder(Integer.MAX_VALUE);
    for (DocumentBlock block : blocks) {
      for (int d = 0; d < block.documents(); d++) {
        builder.add(block.id(d), Arrays.copyOfRange(block.tokens, block.start(d), block.end(d)));
      }
    }
    return builder.build();
  }

  static void requireTerms(String id, int[] tokens, int terms) {
    for (int term : tokens) {
      if (term < 0 || term >= terms) {
        throw new IllegalArgumentException(
            "document " + id + ": term id must be in [0, " + terms + "): " + term);
      }
    }
  }

  private static long[] keys(byte[] ids, int[] idEnds) {
    long[] keys = new long[idEnds.length];
    int start = 0;
    for (int d = 0; d < keys.length; d++) {
      keys[d] = RandomStream.key(ids, start, idEnds[d]);
      start = idEnds[d];
    }
    return keys;
  }

  /** Collects documents in any order. */
  public static final class Builder {
    private final int terms;
    private final List<Document> documents = new ArrayList<>();

    private Builder(int terms) {
      this.terms = terms;
    }

    /** Adds a document, which may be empty. The array isn't copied. */
    public Builder add(String id, int[] tokens) {
      requireTerms(id, tokens, terms);
      documents.add(new Document(id.getBytes(StandardCharsets.UTF_8), tokens));
      return this;
    }

    public DocumentBlock build() {
      documents.sort((left, right) -> Arrays.compareUnsigned(left.id, right.id));
      byte[] ids = new byte[size(documents.stream().mapToLong(d -> d.id.length).sum())];
      int[] tokens = new int[size(documents.stream().mapToLong(d -> d.tokens.length).sum())];
      int[] idEnds = new int[documents.size()];
      int[] ends = new int[documents.size()];
      int idEnd = 0;
      int end = 0;
      for (int d = 0; d < ends.length; d++) {
        Document document = documents.get(d);
        requireNew(document, d);
        System.arraycopy(document.id, 0, ids, idEnd, document.id.length);
        System.arraycopy(document.tokens, 0, tokens, end, document.tokens.length);
        idEnd += document.id.length;
        end += document.tokens.length;
        idEnds[d] = idEnd;
        ends[d] = end;
      }
      return new DocumentBlock(ids, idEnds, ends, tokens);
    }

    private void requireNew(Document document, int position) {
      if (position > 0 && Arrays.equals(document.id, documents.get(position - 1).id)) {
        throw new IllegalArgumentException(
            "document ids must be unique: "
                + new String(document.id, StandardCharsets.UTF_8)
                + " occurs more than once");
      }
    }

    private static int size(long size) {
      require(size <= Integer.MAX_VALUE - 8, "a block is too large (%s), use more blocks", size);
      return (int) size;
    }
  }

  private static final class Document {
    final byte[] id;
    final int[] tokens;

    Document(byte[] id, int[] tokens) {
      this.id = id;
      this.tokens = tokens;
    }
  }
}
