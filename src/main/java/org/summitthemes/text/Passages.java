package org.summitthemes.text;

import java.util.ArrayList;
import java.util.List;
import org.summitthemes.config.PrepareConfig;

/**
 * Groups the sentences of a text into passages of about equal size.
 *
 * <p>Paragraphs with fewer words than the minimum are joined with the ones that follow, the last
 * one with the one before. What then has more words than the maximum is cut at ends of sentences
 * into as few pieces as needed, the ends chosen nearest to equal pieces. A sentence is never cut,
 * so a passage can still be longer than the maximum.
 */
public final class Passages {
  private Passages() {}

  /**
   * A passage.
   *
   * @param firstSentence its first sentence
   * @param lastSentence its last sentence
   * @param words its words
   */
  public record Passage(int firstSentence, int lastSentence, int words) {}

  /**
   * The passages in order.
   *
   * @param words the number of words of every sentence, by paragraph
   */
  public static List<Passage> of(List<List<Integer>> words, PrepareConfig config) {
    List<Integer> all = words.stream().flatMap(List::stream).toList();
    List<Passage> passages = new ArrayList<>();
    for (Passage group : join(paragraphs(words), config.passageMinWords())) {
      passages.addAll(cut(group, all, config.passageMaxWords()));
    }
    return passages;
  }

  private static List<Passage> paragraphs(List<List<Integer>> words) {
    List<Passage> paragraphs = new ArrayList<>();
    int first = 0;
    for (List<Integer> paragraph : words) {
      int last = first + paragraph.size() - 1;
      if (last >= first) {
        paragraphs.add(new Passage(first, last, sum(paragraph)));
      }
      first = last + 1;
    }
    return paragraphs;
  }

  private static List<Passage> join(List<Passage> paragraphs, int minWords) {
    List<Passage> joined = new ArrayList<>();
    for (Passage paragraph : paragraphs) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).words < minWords) {
        joined.set(last, join(joined.get(last), paragraph));
      } else {
        joined.add(paragraph);
      }
    }
    int last = joined.size() - 1;
    if (last > 0 && joined.get(last).words < minWords) {
      Passage tail = joined.remove(last);
      joined.set(last - 1, join(joined.get(last - 1), tail));
    }
    return joined;
  }

  private static Passage join(Passage first, Passage second) {
    return new Passage(first.firstSentence, second.lastSentence, first.words + second.words);
  }

  private static List<Passage> cut(Passage group, List<Integer> words, int maxWords) {
    int pieces = (group.words + maxWords - 1) / maxWords;
    if (pieces <= 1) {
      return List.of(group);
    }

    List<Passage> cut = new ArrayList<>();
    int first = group.firstSentence;
    int done = 0;
    for (int piece = 1; piece <= pieces && first <= group.lastSentence; piece++) {
      double goal = (double) group.words * piece / pieces;
      int last = first;
      int size = words.get(first);
      while (last < group.lastSentence
          && (piece == pieces || isNearer(done + size, words.get(last + 1), goal))) {
        last++;
        size += words.get(last);
      }
      cut.add(new Passage(first, last, size));
      done += size;
      first = last + 1;
    }
    return cut;
  }

  /** Whether more words bring the size nearer to the goal. */
  private static boolean isNearer(int size, int more, double goal) {
    return goal - size > size + more - goal;
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }
}
