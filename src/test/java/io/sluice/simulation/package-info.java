/** Seeded random days with crashes in them: the real parts in one process. */
@NullMarked
package io.sluice.simulation;

import org.jspecify.annotations.NullMarked;
