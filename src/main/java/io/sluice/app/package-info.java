/** The entrance: the commands, and the only place that sees everything. */
@NullMarked
package io.sluice.app;

import org.jspecify.annotations.NullMarked;
