package org.summitthemes.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.summitthemes.config.OrganizationsConfig;
import org.summitthemes.config.OrganizationsConfig.Organization;
import org.summitthemes.corpus.PhraseTrie.Found;

/**
 * Finds organizations in texts by the names and abbreviations of the configuration.
 *
 * <p>How a name is recognized says {@link PhraseTrie}. Two more rules: an abbreviation in brackets
 * behind the name it stands for is the same mention, and abbreviations that are also words ({@link
 * #WORDS}) do not count inside a run of capitals, as in {@code WHO WE ARE}.
 */
public final class Gazetteer {
  private static final Set<String> WORDS = Set.of("WHO", "AU", "ECO", "ICE", "ALBA", "SICA");
  private static final Pattern BRACKET = Pattern.compile("\\s?\\(");

  private final PhraseTrie<String> trie = new PhraseTrie<>();
  private final Map<String, String> idsByName = new HashMap<>();

  public Gazetteer(OrganizationsConfig config) {
    for (Organization organization : config.organizations()) {
      idsByName.putIfAbsent(Words.fold(organization.id()), organization.id());
      add(organization.name(), organization.id());
      organization.aliases().forEach(alias -> add(alias, organization.id()));
    }
  }

  /** Every mention in the text, in order. */
  public List<Mention> mentions(String text) {
    List<Mention> mentions = new ArrayList<>();
    CodePoints points = new CodePoints(text);
    for (Found<String> found : found(text)) {
      mentions.add(
          new Mention(found.value(), points.offset(found.start()), points.offset(found.end())));
    }
    return mentions;
  }

  /** The organization that a column or side-car calls by this name or key. */
  public Optional<String> organizationId(String name) {
    return Optional.ofNullable(idsByName.get(Words.fold(Characters.oneLine(name))));
  }

  /** Mentions in UTF-16 units. */
  List<Found<String>> found(String text) {
    List<Found<String>> kept = new ArrayList<>();
    Found<String> previous = null;
    for (Found<String> found : trie.find(text)) {
      boolean same = previous != null && isAbbreviationOf(text, previous, found);
      if (!same && !isWordInCapitals(text, found)) {
        kept.add(found);
      }
      previous = found;
    }
    return kept;
  }

  private void add(String name, String id) {
    trie.add(name, id);
    idsByName.putIfAbsent(Words.fold(name), id);
  }

  private static boolean isAbbreviationOf(String text, Found<String> name, Found<String> found) {
    int from = name.end();
    int to = found.start();
    return name.value().equals(found.value())
        && found.end() < text.length()
        && text.charAt(found.end()) == ')'
        && BRACKET.matcher(text).region(from, to).matches();
  }

  private static boolean isWordInCapitals(String text, Found<String> found) {
    if (!WORDS.contains(text.substring(found.start(), found.end()))) {
      return false;
    }

    int from = Math.max(0, found.start() - 12);
    int to = Math.min(text.length(), found.end() + 12);
    String around = text.substring(from, found.start()) + " " + text.substring(found.end(), to);
    return around.codePoints().filter(Character::isLetter).count() >= 2
        && around.codePoints().noneMatch(Character::isLowerCase);
  }
}
