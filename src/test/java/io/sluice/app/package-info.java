/** Tests of the commands. */
@NullMarked
package io.sluice.app;

import org.jspecify.annotations.NullMarked;
