/**
 * The demo: router and the simulators of brokers, OMS and drop-copy reader as processes of their
 * own, and the verdict on whether their ledgers agree.
 */
@NullMarked
package io.sluice.app.demo;

import org.jspecify.annotations.NullMarked;
