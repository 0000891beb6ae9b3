package org.summitthemes.proposal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.summitthemes.config.ProposalsConfig;
import org.summitthemes.text.Languages;

/**
 * Finds voices and acts in speeches, by the patterns of each sentence's language.
 *
 * <p>Not safe for use by several threads at once: each takes its own {@link #copy}.
 */
public final class ProposalFinder implements Serializable {
  private final Map<String, ActRules> acts;
  private final Map<String, VoiceRules> voices;
  private final ProposalsConfig config;
  private transient @Nullable Map<String, GroupKeys> keys;

  public ProposalFinder(ProposalsConfig config) {
    this.config = config;
    acts = new HashMap<>();
    voices = new HashMap<>();
    config
        .languages()
        .forEach(
            (language, patterns) -> {
              boolean dotless = language.equals("tr") || language.equals("az");
              acts.put(language, new ActRules(patterns, dotless));
              voices.put(language, new VoiceRules(patterns, dotless));
            });
  }

  private ProposalFinder(ProposalFinder other) {
    config = other.config;
    acts = other.acts;
    voices = other.voices;
  }

  /** Another one with the same rules, for use by another thread. */
  public ProposalFinder copy() {
    return new ProposalFinder(this);
  }

  /**
   * What was found in a sentence.
   *
   * @param groupKeys keys under which the same initiative may be found elsewhere, sorted
   */
  public record Found(Voice voice, Optional<Act> act, List<String> groupKeys) {}

  /**
   * Voice and act of each sentence of a speech.
   *
   * @param sentences in the order of the speech
   * @param languages their BCP 47 tags; English where unknown
   */
  public List<Found> find(List<String> sentences, List<String> languages) {
    Voice[] found = voices(sentences, languages);
    List<Found> all = new ArrayList<>(sentences.size());
    for (int i = 0; i < found.length; i++) {
      String language = language(languages.get(i));
      ActRules rules = acts.get(language);
      Optional<Act> act = rules == null ? Optional.empty() : rules.act(sentences.get(i), found[i]);
      String before = i == 0 ? "" : sentences.get(i - 1);
      String sentence = sentences.get(i);
      all.add(
          new Found(
              found[i],
              act,
              act.map(each -> keys(language).of(each.title(), sentence, before))
                  .orElse(List.of())));
    }
    return all;
  }

  /** Made where they are used, as tokenizers do not travel. */
  private GroupKeys keys(String language) {
    if (keys == null) {
      keys = new HashMap<>();
    }

    return keys.computeIfAbsent(
        language,
        each ->
            new GroupKeys(
                each,
                Objects.requireNonNull(config.languages().get(each)),
                each.equals("tr") || each.equals("az")));
  }

  /** By the rules of the language that most of the sentences have, the first of several. */
  private Voice[] voices(List<String> sentences, List<String> languages) {
    VoiceRules rules = voices.get(mainLanguage(languages));
    if (rules != null) {
      return rules.voices(sentences);
    }

    Voice[] direct = new Voice[sentences.size()];
    java.util.Arrays.fill(direct, Voice.DIRECT);
    return direct;
  }

  private static @Nullable String mainLanguage(List<String> languages) {
    Map<String, Integer> counts = new java.util.TreeMap<>();
    languages.forEach(language -> counts.merge(language(language), 1, Integer::sum));
    String main = null;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      main =
          main == null || entry.getValue() > counts.getOrDefault(main, 0) ? entry.getKey() : main;
    }
    return main;
  }

  private static String language(String tag) {
    String primary = Languages.primary(tag);
    return primary.equals(Languages.UNKNOWN) ? "en" : primary;
  }
}
