package org.summitthemes.stats;

import java.io.Serializable;

/**
 * Speeches of one cluster in one year: those of a country, or one of them.
 *
 * @param words their words of each theme
 */
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
public record ClusterYear(String cluster, String year, int speeches, long[] words)
    implements Serializable {}
