/** Tests of the engine. */
@NullMarked
package io.sluice.engine;

import org.jspecify.annotations.NullMarked;
