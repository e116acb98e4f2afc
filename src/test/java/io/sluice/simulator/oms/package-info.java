/** Tests of the simulated OMS and of its rules. */
@NullMarked
package io.sluice.simulator.oms;

import org.jspecify.annotations.NullMarked;
