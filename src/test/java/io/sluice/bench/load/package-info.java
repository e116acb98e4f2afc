/** Tests of the load: what it writes is FIX, and what it counts is right. */
@NullMarked
package io.sluice.bench.load;

import org.jspecify.annotations.NullMarked;
