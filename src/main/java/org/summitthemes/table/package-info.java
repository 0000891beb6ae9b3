/** Records that are the contracts between the stages and with the readers of the reports. */
@NullMarked
package org.summitthemes.table;

import org.jspecify.annotations.NullMarked;
