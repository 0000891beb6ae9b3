/** Named assumptions about the published tables. */
@NullMarked
package org.summitthemes.check;

import org.jspecify.annotations.NullMarked;
