/** Publications: CSV, data package, dictionary and the page. */
@NullMarked
package org.summitthemes.report;

import org.jspecify.annotations.NullMarked;
