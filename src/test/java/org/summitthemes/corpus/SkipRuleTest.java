package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkipRuleTest {

  @ParameterizedTest
  @CsvSource({
    "a/._KAZ_79_2024.txt, apple-double",
    "._.DS_Store, apple-double",
    "__MACOSX/a.txt, apple-double",
    "a/.DS_Store-to-UTF-8.txt, ds-store",
    ".git/config.txt, hidden",
    "a/.hidden.md, hidden",
    "_SUCCESS, hidden",
    "a/b.txt.meta.json, side-car",
    "a/b.txt.meta.yaml, side-car",
    "README, readme",
    "readme.md, readme",
    "README-first.txt, readme",
    "a/LICENSE.txt, licence",
    "LICENCE, licence",
    "SHA256SUMS, checksums",
    "a/files.SHA256SUMS.txt, checksums",
    "a.txt.sha256, checksums",
  })
  void companionsOfDocumentsAreSkippedByName(String path, String rule) {
    assertThat(SkipRule.of(path)).map(SkipRule::code).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b.txt",
        "readmessages.txt",
        "_posts/2019-09-02-address.md",
        "licensed.txt",
        "../x.txt"
      })
  void documentsAreNot(String path) {
    assertThat(SkipRule.of(path)).isEmpty();
  }
}
