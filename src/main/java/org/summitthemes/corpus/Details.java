package org.summitthemes.corpus;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a source states about a speech outside its text; each value knows where it came from. */
final class Details {
  static final Details NONE = new Details(Map.of());

  private final Map<Field, Value> values;

  private Details(Map<Field, Value> values) {
    this.values = values;
  }

  /** Values of one origin; blank ones are left out. */
  static Details of(Origin origin, Map<Field, String> values) {
    Map<Field, Value> kept = new EnumMap<>(Field.class);
    values.forEach(
        (field, text) -> {
          String clean = Characters.oneLine(text);
          if (!clean.isEmpty()) {
            kept.put(field, new Value(clean, origin));
          }
        });
    return new Details(kept);
  }

  /** These values, completed with the other ones where these say nothing. */
  Details orElse(Details other) {
    if (other.values.isEmpty()) {
      return this;
    }

    Map<Field, Value> merged = new EnumMap<>(Field.class);
    merged.putAll(other.values);
    merged.putAll(values);
    return new Details(merged);
  }

  Optional<String> text(Field field) {
    return value(field).map(Value::text);
  }

  Optional<Value> value(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  /** A stated value and its origin. */
  record Value(String text, Origin origin) {}
}
