/** The router itself: input in, events out. Pure; owned by one thread. */
@NullMarked
package io.sluice.core;

import org.jspecify.annotations.NullMarked;
