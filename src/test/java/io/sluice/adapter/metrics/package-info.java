/** Tests of what is measured. */
@NullMarked
package io.sluice.adapter.metrics;

import org.jspecify.annotations.NullMarked;
