package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The patterns of acts of speech and of voices as they stand in their file, by language. */
public record ProposalsConfig(Map<String, Language> languages) implements Serializable {
  private static final Set<String> ACTS =
      Set.of("proposed", "called_for", "supported", "announced", "adopted");

  public ProposalsConfig {
    languages = languages == null ? Map.of() : Map.copyOf(languages);
    require(!languages.isEmpty(), "languages must hold at least one language");
  }

  /**
   * The patterns of one language.
   *
   * @param classes words and phrases that patterns name as {@code @class}
   * @param acts what makes an act
   * @param lures what looks like an act and is none
   * @param proposes what makes a call a proposal, as it names something new
   * @param leads words dropped from the beginning of what names an initiative
   * @param stops where what names an initiative ends
   * @param names nouns that initiatives are called by, by kind
   * @param generic words that say nothing about which initiative it is
   * @param links how a sentence points back to the one before
   * @param voice how reports ascribe words
   */
  public record Language(
      Map<String, List<String>> classes,
      List<Act> acts,
      List<String> lures,
      List<String> proposes,
      List<String> leads,
      List<String> stops,
      Map<String, List<String>> names,
      List<String> generic,
      List<String> links,
      Voice voice)
      implements Serializable {
    public Language {
      classes = classes == null ? Map.of() : Map.copyOf(classes);
      acts = list(acts);
      lures = list(lures);
      proposes = list(proposes);
      leads = list(leads);
      stops = list(stops);
      names = names == null ? Map.of() : Map.copyOf(names);
      generic = list(generic);
      links = list(links);
      voice = voice == null ? Voice.NONE : voice;
    }
  }

  /**
   * Patterns of one act.
   *
   * @param when {@code any}, or {@code reported} for words that make an act only in a report of a
   *     speech
   * @param confidence how sure such a pattern is, in [0, 1]
   */
  public record Act(String act, String when, double confidence, List<String> patterns)
      implements Serializable {
    public Act {
      require(ACTS.contains(act), "act must be one of %s: %s", new java.util.TreeSet<>(ACTS), act);
      when = when == null ? "any" : when;
      require(
          when.equals("any") || when.equals("reported"), "when must be any or reported: %s", when);
      require(
          confidence > 0 && confidence <= 1,
          "confidence must be above 0 and at most 1: %s",
          confidence);
      patterns = list(patterns);
    }
  }

  /**
   * How reports tell whose words a sentence holds.
   *
   * @param first words of a speaker about themself
   * @param said patterns that ascribe the sentence to the speaker
   * @param tags what follows a quotation
   * @param frame patterns of a reporter's own sentences
   */
  public record Voice(List<String> first, List<String> said, List<String> tags, List<String> frame)
      implements Serializable {
    private static final Voice NONE = new Voice(List.of(), List.of(), List.of(), List.of());

    public Voice {
      first = list(first);
      said = list(said);
      tags = list(tags);
      frame = list(frame);
    }
  }

  private static <T> List<T> list(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
