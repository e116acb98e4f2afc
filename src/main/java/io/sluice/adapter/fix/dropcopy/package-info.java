/** Copies of what OMSs are told, for those who watch. */
@NullMarked
package io.sluice.adapter.fix.dropcopy;

import org.jspecify.annotations.NullMarked;
