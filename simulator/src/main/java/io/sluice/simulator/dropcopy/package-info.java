/**
 * A drop-copy reader: takes the copies of all executions and cancel rejects, keeps them, and checks
 * that none is lost, doubled without a mark, or unmarked as a copy.
 */
@NullMarked
package io.sluice.simulator.dropcopy;

import org.jspecify.annotations.NullMarked;
