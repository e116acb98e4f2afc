/** Tests of the acceptor that OMSs log on to. */
@NullMarked
package io.sluice.adapter.fix.oms;

import org.jspecify.annotations.NullMarked;
