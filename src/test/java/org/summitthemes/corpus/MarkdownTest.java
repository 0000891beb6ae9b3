package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Strong **words** and ***more***. | Strong words and more.",
        "**A heading\\nof two lines** and text | A heading\\nof two lines and text",
        "*Los Angeles\\n\\nCalifornia** was warm | Los Angeles\\n\\nCalifornia was warm",
        "- **Core values. **They met. | - Core values. They met.",
        "Funds from** Citi** and others **who gave | Funds from Citi and others who gave",
        "A *title\\nof two lines* ends | A title\\nof two lines ends",
        "Costs for\\n\\nAmerican families***\\n\\nIt ends | Costs for\\n\\nAmerican families\\n\\nIt ends",
        "***Partnership through People | Partnership through People",
        "He said f**k and s*** to it | He said f**k and s*** to it",
        "Rockets <s>breaching</s> [bridging] it | Rockets  [bridging] it",
        "The end\\n\\n# # #\\n | The end",
        "The end\\n\\n\\# \\# \\#\\n | The end",
        "The end\\n\\n\\* \\* \\*\\n | The end",
        "It\\'s here | It's here",
        "Two \\*\\* stars | Two ** stars",
        "a * b * c | a * b * c",
      })
  void marks(String markdown, String text) {
    assertThat(Markdown.parse(newLines(markdown)).text().strip()).isEqualTo(newLines(text));
  }

  private static String newLines(String text) {
    return text.replace("\\n", "\n");
  }
}
