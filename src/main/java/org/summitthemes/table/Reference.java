package org.summitthemes.table;

import java.lang.reflect.RecordComponent;

/** A column of a table to which columns of other tables refer. */
public record Reference(String table, String column) {

  /** What the component refers to; its description must name something. */
  public static Reference of(RecordComponent component) {
    return parse(Records.description(component).references());
  }

  /** From {@code dim_speech.speech_id}. */
  public static Reference parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 1 || dot == text.length() - 1) {
      throw new IllegalArgumentException("A reference must read table.column: '" + text + "'");
    }

    return new Reference(text.substring(0, dot), text.substring(dot + 1));
  }

  @Override
  public String toString() {
    return table + "." + column;
  }
}
