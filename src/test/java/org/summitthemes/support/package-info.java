/** What many tests need: a local Spark, and temporary places. */
package org.summitthemes.support;
