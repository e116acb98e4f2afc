/** The routers that are measured, each as a process of its own. */
@NullMarked
package io.sluice.bench.peer;

import org.jspecify.annotations.NullMarked;
