/** Tests of what the seams bring along. */
@NullMarked
package io.sluice.port;

import org.jspecify.annotations.NullMarked;
