/** Tests of the drop-copy reader, against a feed of their own. */
@NullMarked
package io.sluice.simulator.dropcopy;

import org.jspecify.annotations.NullMarked;
