/** The rules of the code base as tests. */
@NullMarked
package io.sluice.architecture;

import org.jspecify.annotations.NullMarked;
