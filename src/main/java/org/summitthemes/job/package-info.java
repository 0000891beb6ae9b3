/** One class per stage: Dataset in, Dataset out. */
@NullMarked
package org.summitthemes.job;

import org.jspecify.annotations.NullMarked;
