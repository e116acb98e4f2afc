/** Where everything is put together: the commands and the wiring. */
@NullMarked
package io.sluice.app;

import org.jspecify.annotations.NullMarked;
