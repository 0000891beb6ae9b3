/** Typed settings, strict about every key, with defaults and ranges in one place. */
@NullMarked
package org.summitthemes.config;

import org.jspecify.annotations.NullMarked;
