package org.summitthemes.corpus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Forms under which an inflected word may be listed. Names stand in the gazetteer in one case;
 * texts decline them: {@code Шанхайской организации сотрудничества}, {@code ұйымының}, {@code
 * Teşkilatının}.
 *
 * <p>Cyrillic words are compared by what is left after a Russian ending, and after a Kazakh or
 * Kyrgyz case suffix and then an ending; Latin words also without a Turkish case suffix. At least
 * three letters are left. Too coarse for search, enough for names of several words.
 */
final class WordForms {
  private static final List<String> RUSSIAN =
      List.of(
          "иями", "ого", "его", "ому", "ему", "ыми", "ими", "ами", "ями", "иях", "иям", "ией", "ая",
          "яя", "ое", "ее", "ые", "ие", "ии", "ия", "ию", "ый", "ий", "ой", "ей", "ую", "юю", "ым",
          "им", "ом", "ем", "ам", "ям", "ах", "ях", "ых", "их", "ью", "ов", "ев", "а", "я", "о",
          "е", "ы", "и", "і", "у", "ү", "ю", "ь", "й");
  private static final List<String> KAZAKH =
      List.of(
          "нының", "нің", "ның", "дің", "дың", "тің", "тың", "нда", "нде", "нан", "нен", "мен",
          "бен", "на", "не", "ға", "ге", "қа", "ке", "да", "де", "та", "те", "ды", "ді", "ты", "ті",
          "ны", "ні", "нун", "нүн", "нын", "нин", "га", "го", "н");
  private static final List<String> TURKISH =
      List.of(
          "ndan", "nden", "nda", "nde", "nin", "nun", "yla", "yle", "dan", "den", "tan", "ten",
          "na", "ne", "ni", "nu", "ya", "ye", "yi", "da", "de", "ta", "te", "un", "in", "a", "e",
          "i", "u");
  private static final int LEAST = 3;

  private WordForms() {}

  /** The form under which a word of a listed name is filed. */
  static String filed(String folded) {
    return isCyrillic(folded) ? strip(folded, RUSSIAN) : folded;
  }

  /** The forms under which a word of a text may be filed, the likeliest first. */
  static Set<String> candidates(String folded) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(folded);
    if (isCyrillic(folded)) {
      forms.add(strip(folded, RUSSIAN));
      for (String suffix : KAZAKH) {
        if (folded.endsWith(suffix) && folded.length() - suffix.length() >= LEAST) {
          forms.add(strip(folded.substring(0, folded.length() - suffix.length()), RUSSIAN));
        }
      }
    } else {
      for (String suffix : TURKISH) {
        if (folded.endsWith(suffix) && folded.length() - suffix.length() >= LEAST + 2) {
          forms.add(folded.substring(0, folded.length() - suffix.length()));
        }
      }
    }
    return forms;
  }

  private static String strip(String word, List<String> endings) {
    for (String ending : endings) {
      if (word.endsWith(ending) && word.length() - ending.length() >= LEAST) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  private static boolean isCyrillic(String word) {
    char c = word.charAt(0);
    return c >= 0x400 && c <= 0x52F;
  }
}
