/** Records to bytes and back, by components, with the schema they were written by. */
@NullMarked
package io.sluice.adapter.journal.codec;

import org.jspecify.annotations.NullMarked;
