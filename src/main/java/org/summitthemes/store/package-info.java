/**
 * Batches of rows, the run ledger that says which are in force, and the switch of the current
 * publication.
 */
@NullMarked
package org.summitthemes.store;

import org.jspecify.annotations.NullMarked;
