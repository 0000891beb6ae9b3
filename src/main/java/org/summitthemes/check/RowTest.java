package org.summitthemes.check;

import java.io.Serializable;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;

/** A test of a row that executors can run. */
interface RowTest extends Predicate<Row>, Serializable {}
