/** The topic model as an MLlib Estimator and Model. */
@NullMarked
package org.summitthemes.ml;

import org.jspecify.annotations.NullMarked;
