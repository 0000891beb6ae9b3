/** The seeded topic model: priors, sampler, diagnostics. */
@NullMarked
package org.summitthemes.topic;

import org.jspecify.annotations.NullMarked;
