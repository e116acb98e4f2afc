/** Tests of what all FIX sessions share. */
@NullMarked
package io.sluice.adapter.fix;

import org.jspecify.annotations.NullMarked;
