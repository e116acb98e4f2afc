/**
 * Counterparties to play against: brokers, an OMS and a drop-copy reader on real FIX, knowing
 * nothing of the router.
 */
@NullMarked
package io.sluice.simulator;

import org.jspecify.annotations.NullMarked;
