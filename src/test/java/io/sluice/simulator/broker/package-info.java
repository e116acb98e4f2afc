/** Tests of the simulated brokers. */
@NullMarked
package io.sluice.simulator.broker;

import org.jspecify.annotations.NullMarked;
