/** Tests of the initiator side. */
@NullMarked
package io.sluice.adapter.fix.broker;

import org.jspecify.annotations.NullMarked;
