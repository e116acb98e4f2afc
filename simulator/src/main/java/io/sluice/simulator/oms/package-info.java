/**
 * A simulated OMS that sends a seeded stream of orders and checks every answer by the FIX rules.
 */
@NullMarked
package io.sluice.simulator.oms;

import org.jspecify.annotations.NullMarked;
