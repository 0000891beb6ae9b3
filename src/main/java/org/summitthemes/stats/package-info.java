/** Distributions, distances, intervals and tests over speeches. */
@NullMarked
package org.summitthemes.stats;

import org.jspecify.annotations.NullMarked;
