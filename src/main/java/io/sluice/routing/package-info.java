/** Which venue an order goes to. Pure. */
@NullMarked
package io.sluice.routing;

import org.jspecify.annotations.NullMarked;
