/** Themes of sentences: catalog, dictionary, context, labeller, and how well it does. */
@NullMarked
package org.summitthemes.theme;

import org.jspecify.annotations.NullMarked;
