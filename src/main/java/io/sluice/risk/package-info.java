/** Reasons to say no before an order leaves: one class per check, the gate, the limits. Pure. */
@NullMarked
package io.sluice.risk;

import org.jspecify.annotations.NullMarked;
