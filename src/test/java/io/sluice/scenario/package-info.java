/** What the router promises, told by actors over a driver. */
@NullMarked
package io.sluice.scenario;

import org.jspecify.annotations.NullMarked;
