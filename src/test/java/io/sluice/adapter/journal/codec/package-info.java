/** Tests of the codec of records. */
@NullMarked
package io.sluice.adapter.journal.codec;

import org.jspecify.annotations.NullMarked;
