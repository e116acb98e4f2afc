/** Tests of the router itself. */
@NullMarked
package io.sluice.core;

import org.jspecify.annotations.NullMarked;
