/** Measures the topic model against its peers on identical tokens; started by jobs/bench.sh. */
package org.summitthemes.bench;
