package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class SentenceSplitterTest {
  @Test
  void sentencesEndWithFullStopsAndQuestionAndExclamationMarks() {
    assertThat(english("We met. Did we agree? We did! So it goes."))
        .containsExactly("We met.", "Did we agree?", "We did!", "So it goes.");
  }

  @Test
  void titlesAndInitialsDoNotEndASentence() {
    assertThat(english("Mr. President, Dr. A. B. Smith spoke. Gen. J. Doe listened."))
        .containsExactly("Mr. President, Dr. A. B. Smith spoke.", "Gen. J. Doe listened.");
  }

  @Test
  void numbersAreNotCutAtTheirPoints() {
    assertThat(english("Trade grew by 6.5% last year. Resolution No. 12 says so. No. We disagree."))
        .containsExactly(
            "Trade grew by 6.5% last year.", "Resolution No. 12 says so.", "No.", "We disagree.");
  }

  @Test
  void anAbbreviationEndsASentenceBeforeACapitalizedFunctionWord() {
    assertThat(english("They met in the U.S. Senate. They met in the U.S. The talks went on, etc."))
        .containsExactly(
            "They met in the U.S. Senate.", "They met in the U.S.", "The talks went on, etc.");
  }

  @Test
  void aMissingSpaceDoesNotHideTheEndOfASentence() {
    assertThat(english("It has a new Strategy.The circle grows by 5%.All agree. Take time...Next"))
        .containsExactly(
            "It has a new Strategy.",
            "The circle grows by 5%.",
            "All agree.",
            "Take time...",
            "Next");
  }

  @Test
  void namesOfHostsAndAddressesAreNotCut() {
    assertThat(english("So akorda.kz reports. See www.Example.Org/News.The or Kazinform.Kz today."))
        .containsExactly(
            "So akorda.kz reports.", "See www.Example.Org/News.The or Kazinform.Kz today.");
  }

  @Test
  void closingQuotationMarksAndBracketsStayWithTheirSentence() {
    assertThat(english("“It works.” He left. (They stayed.) \"Fine.\" \"We go on.\" ‘Done.’ Good."))
        .containsExactly(
            "“It works.”",
            "He left.",
            "(They stayed.)",
            "\"Fine.\"",
            "\"We go on.\"",
            "‘Done.’",
            "Good.");
  }

  @Test
  void closingMarksWithoutOpeningOnesStayWithTheirSentenceToo() {
    assertThat(english("We unite our nations,\" said the President. We shall act. \" He left."))
        .containsExactly(
            "We unite our nations,\" said the President.", "We shall act. \"", "He left.");
  }

  @Test
  void aQuestionInsideASentenceDoesNotEndIt() {
    assertThat(english("“Why now?” he asked. “Act!” they said."))
        .containsExactly("“Why now?” he asked.", "“Act!” they said.");
  }

  @Test
  void anEllipsisEndsASentenceBeforeACapital() {
    assertThat(english("We waited… Then we left. We … waited."))
        .containsExactly("We waited…", "Then we left.", "We … waited.");
  }

  @Test
  void paragraphNumbersBelongToTheSentenceThatFollows() {
    assertThat(english("152. The debate opened.\nII. Peace came.\n(a) Trade grew. (b) It fell."))
        .containsExactly(
            "152. The debate opened.", "II. Peace came.", "(a) Trade grew.", "(b) It fell.");
  }

  @Test
  void headingsAreSentencesOfTheirOwn() {
    assertThat(english("Council of Heads of State\n\nA meeting was held.\nIt was short."))
        .containsExactly("Council of Heads of State", "A meeting was held.", "It was short.");
  }

  @Test
  void linesWithoutLettersAreKept() {
    assertThat(english("We met.\n\n* * *\n\nWe left. 17"))
        .containsExactly("We met.", "* * *", "We left. 17");
  }

  @Test
  void sentencesGoOnOverWrappedLines() {
    String wrapped =
        """
        First of all, we would like to offer our sincere
        congratulations on the coming anniversary of the
        union. For an organization, sixty is an age when
        experience turns into wisdom. As a poet wrote, it
        is experience that teaches us to value life.
         On the first day of that cold month an explosion
        was carried out near the city, and the people had
        to suffer from it for years.
        """;

    assertThat(english(wrapped))
        .containsExactly(
            "First of all, we would like to offer our sincere\n"
                + "congratulations on the coming anniversary of the\nunion.",
            "For an organization, sixty is an age when\nexperience turns into wisdom.",
            "As a poet wrote, it\nis experience that teaches us to value life.",
            "On the first day of that cold month an explosion\n"
                + "was carried out near the city, and the people had\nto suffer from it for years.");
  }

  @Test
  void aLineThatBreaksInsideAClauseGoesOn() {
    assertThat(english("The ministers agreed\nto meet again.\nThe President of\nPeru did."))
        .containsExactly("The ministers agreed\nto meet again.", "The President of\nPeru did.");
  }

  @Test
  void itemsOfAListAreSentencesOfTheirOwn() {
    assertThat(english("We need:\n- more trade,\n- energy\n• and roads"))
        .containsExactly("We need:", "- more trade,", "- energy", "• and roads");
  }

  @Test
  void russianAbbreviationsAndQuotesAreKnown() {
    assertThat(
            split(
                "ru",
                "Встреча прошла в 2019 г. в г. Алматы. Там был А. С. Иванов и др. «Мы рады!» — сказал"
                    + " он. «Да». Так и т. д."))
        .containsExactly(
            "Встреча прошла в 2019 г. в г. Алматы.",
            "Там был А. С. Иванов и др.",
            "«Мы рады!» — сказал он.",
            "«Да».",
            "Так и т. д.");
  }

  @Test
  void turkishAndKazakhAbbreviationsAreKnown() {
    assertThat(
            split("tr", "Sn. Başkan, Prof. Dr. Ali Veli konuştu. Toplantı vb. konular bitti. İyi."))
        .containsExactly(
            "Sn. Başkan, Prof. Dr. Ali Veli konuştu.", "Toplantı vb. konular bitti.", "İyi.");
    assertThat(
            split(
                "kk", "Кездесу 2019 ж. Астанада өтті. Оған проф. Ә. Сейітов т.б. қатысты. Жақсы."))
        .containsExactly(
            "Кездесу 2019 ж. Астанада өтті.", "Оған проф. Ә. Сейітов т.б. қатысты.", "Жақсы.");
  }

  @Test
  void chineseAndArabicSentencesEndWithTheirOwnMarks() {
    assertThat(split("zh", "我们支持和平。我们合作!好吗?")).containsExactly("我们支持和平。", "我们合作!", "好吗?");
    assertThat(split("ar", "نحن ندعم السلام. هل نتعاون؟ نعم."))
        .containsExactly("نحن ندعم السلام.", "هل نتعاون؟", "نعم.");
  }

  @Test
  void emptyAndBlankTextsHaveNoSentences() {
    assertThat(english("")).isEmpty();
    assertThat(english(" \n\t\u00A0\r\n")).isEmpty();
  }

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void hugeTablesOfNumbersAndRunsOfPunctuationTakeLinearTime() {
    String numbers = "1. 2.5; \"3\". ".repeat(50_000);
    String names = "Ab.Cdef.".repeat(50_000);

    assertThat(english(numbers)).hasSize(1);
    assertThat(english("We met. " + numbers + "We left." + "...!?".repeat(50_000))).hasSize(2);
    assertThat(english(names)).isNotEmpty();
  }

  @Property(tries = 500, seed = "1")
  void everyCharacterThatIsNoWhiteSpaceIsInExactlyOneSentence(@ForAll("texts") String text) {
    int[] codePoints = text.codePoints().toArray();
    int covered = 0;
    for (Span span : SentenceSplitter.split(text, "en")) {
      for (int i = covered; i < span.start(); i++) {
        assertThat(Chars.isSpace(codePoints[i])).isTrue();
      }
      assertThat(span.start()).isGreaterThanOrEqualTo(covered);
      assertThat(span.length()).isPositive();
      assertThat(Chars.isSpace(codePoints[span.start()])).isFalse();
      assertThat(Chars.isSpace(codePoints[span.end() - 1])).isFalse();
      covered = span.end();
    }
    for (int i = covered; i < codePoints.length; i++) {
      assertThat(Chars.isSpace(codePoints[i])).isTrue();
    }
  }

  @Property(tries = 200, seed = "1")
  void noSentenceCrossesABlankLine(@ForAll("texts") String text) {
    assertThat(english(text)).noneMatch(sentence -> sentence.contains("\n\n"));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "We",
            "met",
            "U.S",
            "Mr",
            "a",
            "No",
            "5",
            "The",
            ".",
            ".",
            "!",
            "…",
            "\"",
            "”",
            "“",
            "»",
            ")",
            "(",
            " ",
            " ",
            " ",
            "\n",
            "\n\n",
            "\r\n",
            "\t",
            "\u00A0",
            "😀",
            "мы",
            "Да",
            "世界",
            "。",
            "-",
            ",",
            ":",
            "akorda.kz",
            "\u2028",
            "\f")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  private static List<String> english(String text) {
    return split("en", text);
  }

  private static List<String> split(String language, String text) {
    return SentenceSplitter.split(text, language).stream().map(span -> span.of(text)).toList();
  }
}
