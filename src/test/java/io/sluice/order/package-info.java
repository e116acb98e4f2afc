/** Tests of the words of the trade. */
@NullMarked
package io.sluice.order;

import org.jspecify.annotations.NullMarked;
