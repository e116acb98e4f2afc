/** Tests of the order book store, on H2. */
@NullMarked
package io.sluice.adapter.store;

import org.jspecify.annotations.NullMarked;
