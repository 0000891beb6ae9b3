package org.summitthemes.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a record component what its column means. The component's name in snake case is the
 * column's name; its type is the column's type.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {
  /** Meaning, in a sentence for the data dictionary. */
  String value();

  /** Part of the primary key. */
  boolean key() default false;

  /** May be null. Primitive components and keys never are. */
  boolean nullable() default false;

  /**
   * Unit, such as {@code share}, {@code words}, {@code code points}; empty if the value has none.
   */
  String unit() default "";

  /** Least legal value of a number. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Greatest legal value of a number. */
  double max() default Double.POSITIVE_INFINITY;

  /** The legal values, if there are few; empty if any value is legal. */
  String[] values() default {};

  /** The table and column this one refers to, as {@code dim_speech.speech_id}; empty if none. */
  String references() default "";
}
