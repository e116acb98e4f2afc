/** The acceptor side: what OMSs ask, and what they are told. */
@NullMarked
package io.sluice.adapter.fix.oms;

import org.jspecify.annotations.NullMarked;
