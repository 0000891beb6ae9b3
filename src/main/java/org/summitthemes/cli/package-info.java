/**
 * Commands: options become a configuration, a configuration becomes a run, a run one line of
 * summary.
 */
@NullMarked
package org.summitthemes.cli;

import org.jspecify.annotations.NullMarked;
