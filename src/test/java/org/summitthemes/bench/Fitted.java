package org.summitthemes.bench;

import org.summitthemes.topic.TopicModel;

/**
 * What a contender made, in our form, so that all are judged alike.
 *
 * @param model its counts or probabilities
 * @param seconds wall-clock time of the fit
 * @param cpuSeconds processor time of the fit
 */
record Fitted(TopicModel model, double seconds, double cpuSeconds) {}
