/** From bytes to speeches: formats, cleaning, circumstances, the gazetteer of organizations. */
@NullMarked
package org.summitthemes.corpus;

import org.jspecify.annotations.NullMarked;
