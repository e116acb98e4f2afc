/** The few things that a journal asks of a file system, so that tests can let them fail. */
@NullMarked
package io.sluice.adapter.journal.disk;

import org.jspecify.annotations.NullMarked;
