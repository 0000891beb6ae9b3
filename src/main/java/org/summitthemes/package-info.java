/** The command line entry point of summit-themes and the errors it turns into exit codes. */
@NullMarked
package org.summitthemes;

import org.jspecify.annotations.NullMarked;
