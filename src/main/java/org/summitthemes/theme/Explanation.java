package org.summitthemes.theme;

import java.util.List;
import java.util.Map;

/**
 * Why a unit got its label. For each theme, in the catalog's order, how much more each part says
 * for it than for {@code other}, as a difference of log-likelihoods: above 0 for the theme, below 0
 * for {@code other}. The three add up to the logarithm of the theme's odds against {@code other}.
 *
 * @param label the decision
 * @param hits the terms found in the unit
 * @param elsewhere the terms of the background theme of which the unit holds most
 * @param dictionary what the terms say, less the threshold and what the background's say
 * @param student what the unit's other words say
 * @param neighbours what the units before and after it say
 * @param probabilities the probability of each theme and of {@code other}
 */
public record Explanation(
    Label label,
    List<Hit> hits,
    List<Hit> elsewhere,
    Map<String, Double> dictionary,
    Map<String, Double> student,
    Map<String, Double> neighbours,
    Map<String, Double> probabilities) {}
