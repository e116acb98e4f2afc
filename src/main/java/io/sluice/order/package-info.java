/** The words of the trade: ids, values, inputs, events and the life of an order. Pure. */
@NullMarked
package io.sluice.order;

import org.jspecify.annotations.NullMarked;
