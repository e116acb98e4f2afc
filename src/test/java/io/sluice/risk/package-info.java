/** Tests of the gate. */
@NullMarked
package io.sluice.risk;

import org.jspecify.annotations.NullMarked;
