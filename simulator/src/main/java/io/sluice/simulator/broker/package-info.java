/** A broker on FIX 4.4: a small exchange inside, its ledger, and the acceptor in front of it. */
@NullMarked
package io.sluice.simulator.broker;

import org.jspecify.annotations.NullMarked;
