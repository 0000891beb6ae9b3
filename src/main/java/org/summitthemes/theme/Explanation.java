package org.summitthemes.theme;

import java.util.List;
import java.util.Map;

/**
 * Why a unit got its label.
 *
 * @param label the decision
 * @param hits the terms found in the unit
 * @param own score of each theme from those terms, in the catalog's order
 * @param pull what the neighbouring units add to each theme
 * @param threshold least sum of both for a theme
 */
public record Explanation(
    Label label,
    List<Hit> hits,
    Map<String, Double> own,
    Map<String, Double> pull,
    double threshold) {}
