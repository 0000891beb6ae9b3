/** Language, sentences, passages, tokens, phrases and the vocabulary. */
@NullMarked
package org.summitthemes.text;

import org.jspecify.annotations.NullMarked;
