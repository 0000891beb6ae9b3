package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentBlockTest {
  @Test
  void documentsStandInTheOrderOfTheirIds() {
    DocumentBlock block =
        DocumentBlock.builder(10)
            .add("ü", new int[] {1})
            .add("a", new int[] {2, 3})
            .add("b", new int[0])
            .build();

    assertThat(block.documents()).isEqualTo(3);
    assertThat(List.of(block.id(0), block.id(1), block.id(2))).containsExactly("a", "b", "ü");
    assertThat(block.tokens()).containsExactly(2, 3, 1);
    assertThat(block.length(1)).isZero();
    assertThat(block.key(2)).isEqualTo(RandomStream.key("ü"));
  }

  @Test
  void mergedBlocksAreTheBlockOfAllDocuments() {
    DocumentBlock left = DocumentBlock.builder(10).add("c", new int[] {1}).build();
    DocumentBlock right =
        DocumentBlock.builder(10).add("d", new int[] {2}).add("a", new int[] {3}).build();

    DocumentBlock merged = DocumentBlock.merge(List.of(left, right));

    assertThat(merged.tokens()).containsExactly(3, 1, 2);
    assertThat(merged.id(1)).isEqualTo("c");
  }

  @Test
  void idsMustBeUnique() {
    var builder = DocumentBlock.builder(10).add("a", new int[] {1}).add("a", new int[] {2});

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("document ids must be unique: a occurs more than once");
  }

  @Test
  void termsMustBeInTheVocabulary() {
    var builder = DocumentBlock.builder(10);

    assertThatThrownBy(() -> builder.add("a", new int[] {3, 10}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("document a: term id must be in [0, 10): 10");
    assertThatThrownBy(() -> builder.add("b", new int[] {-1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("document b: term id must be in [0, 10): -1");
  }
}
