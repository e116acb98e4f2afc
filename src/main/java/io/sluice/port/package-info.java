/** The sockets in the wall: what the engine offers to adapters and what it needs of them. */
@NullMarked
package io.sluice.port;

import org.jspecify.annotations.NullMarked;
