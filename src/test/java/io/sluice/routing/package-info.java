/** Tests of the routing table. */
@NullMarked
package io.sluice.routing;

import org.jspecify.annotations.NullMarked;
