package org.summitthemes.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a record that it is a table, and what a row of it stands for. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Table {
  /** The table's name in the warehouse and in the reports. */
  String name();

  /** One or two sentences for the data dictionary. */
  String description();
}
