/** The whole router over real sockets, its counterparties played by the tests or simulated. */
@NullMarked
package io.sluice.endtoend;

import org.jspecify.annotations.NullMarked;
