/** Tests of the journal, under every fault of a disk that we could think of. */
@NullMarked
package io.sluice.adapter.journal;

import org.jspecify.annotations.NullMarked;
