/** The append-only file journal: frames under checksums in preallocated segments. */
@NullMarked
package io.sluice.adapter.journal;

import org.jspecify.annotations.NullMarked;
