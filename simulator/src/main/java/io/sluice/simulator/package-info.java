/**
 * Counterparties to play against: brokers and an OMS on real FIX, knowing nothing of the router.
 */
@NullMarked
package io.sluice.simulator;

import org.jspecify.annotations.NullMarked;
