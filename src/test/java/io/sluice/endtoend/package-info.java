/** The whole thing over real sockets: processes that are started, killed and compared. */
@NullMarked
package io.sluice.endtoend;

import org.jspecify.annotations.NullMarked;
