/**
 * Measurements of routers under a load that never waits for them, and the command that runs them.
 */
@NullMarked
package io.sluice.bench;

import org.jspecify.annotations.NullMarked;
