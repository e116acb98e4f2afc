/** The initiator side: what brokers are asked, and what they report. */
@NullMarked
package io.sluice.adapter.fix.broker;

import org.jspecify.annotations.NullMarked;
