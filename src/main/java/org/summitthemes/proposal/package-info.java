/** Who proposed what: whose words a sentence holds, what they do, and what they name. */
@NullMarked
package org.summitthemes.proposal;

import org.jspecify.annotations.NullMarked;
