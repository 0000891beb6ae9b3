package org.summitthemes.corpus;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.summitthemes.config.ColumnsConfig;

/**
 * Which column of a table, or key of an object, holds which circumstance: the one that the
 * configuration names, or else the first known name that has a value.
 */
final class Columns {
  static final Columns STANDARD = new Columns(ColumnsConfig.defaults());

  private final Map<Field, String> named = new EnumMap<>(Field.class);

  Columns(ColumnsConfig config) {
    put(Field.ID, config.id());
    put(Field.TITLE, config.title());
    put(Field.LEAD, config.lead());
    put(Field.SPEAKER, config.speaker());
    put(Field.COUNTRY, config.country());
    put(Field.ORGANIZATION, config.organization());
    put(Field.EVENT, config.event());
    put(Field.DATE, config.date());
    put(Field.YEAR, config.year());
    put(Field.PLACE, config.place());
    put(Field.LANGUAGE, config.language());
    put(Field.KIND, config.kind());
    put(Field.TEXT, config.text());
  }

  private void put(Field field, String name) {
    if (!name.isBlank()) {
      named.put(field, name);
    }
  }

  /**
   * The field's value.
   *
   * @param valueOf value of the column that has a name
   */
  Optional<String> value(Field field, Function<String, Optional<String>> valueOf) {
    String name = named.get(field);
    return name == null ? field.first(valueOf) : valueOf.apply(Field.folded(name));
  }

  /** The values of all fields but the text. */
  Details details(Function<String, Optional<String>> valueOf) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    Field.all()
        .filter(field -> field != Field.TEXT)
        .forEach(field -> value(field, valueOf).ifPresent(value -> values.put(field, value)));
    return Details.of(Origin.COLUMNS, values);
  }
}
