package org.summitthemes.topic;

/**
 * A measure of the quality of a topic, or of all together.
 *
 * @param topic the topic, or {@link #ALL}
 * @param measure its name, in snake case
 * @param value its value
 */
public record TopicDiagnostic(int topic, String measure, double value) {
  /** Stands for the whole model. */
  public static final int ALL = -1;
}
