package org.summitthemes.topic;

import java.io.Serializable;

/**
 * A point of the convergence trace.
 *
 * @param sweep the sweep after which it was taken
 * @param logLikelihood log probability of tokens and assignments under the priors, natural
 *     logarithm, per token
 * @param concentration sum of the document prior during the sweep
 */
public record TracePoint(int sweep, double logLikelihood, double concentration)
    implements Serializable {}
