/** Tests of what an OMS is told. */
@NullMarked
package io.sluice.adapter.fix.oms;

import org.jspecify.annotations.NullMarked;
