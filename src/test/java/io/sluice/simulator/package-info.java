/** Tests of what the simulators share. */
@NullMarked
package io.sluice.simulator;

import org.jspecify.annotations.NullMarked;
