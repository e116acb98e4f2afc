/** The one thread that owns the router: lanes in, frames to the journal, listeners told, time. */
@NullMarked
package io.sluice.engine;

import org.jspecify.annotations.NullMarked;
