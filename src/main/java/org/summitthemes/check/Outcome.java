package org.summitthemes.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the constraints found.
 *
 * @param rows rows of each table
 * @param violations broken constraints, in the order of the tables and of their columns
 */
public record Outcome(Map<String, Long> rows, List<Violation> violations) {
  public Outcome {
    violations = List.copyOf(violations);
  }

  /** Fails with every violation if there is any. */
  public void require() {
    if (!violations.isEmpty()) {
      throw new IllegalStateException(
          violations.stream()
              .map(Violation::toString)
              .collect(Collectors.joining("\n  ", "Published tables break constraints:\n  ", "")));
    }
  }
}
