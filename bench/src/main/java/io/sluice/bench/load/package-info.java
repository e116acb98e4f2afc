/**
 * The load: an OMS and a broker on raw sockets, one thread, open loop, every latency from the due
 * time.
 */
@NullMarked
package io.sluice.bench.load;

import org.jspecify.annotations.NullMarked;
