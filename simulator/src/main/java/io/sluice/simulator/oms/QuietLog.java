package io.sluice.simulator.oms;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import quickfix.Log;

/** Keeps of the FIX engine's talk only the errors: the ledger holds the messages. */
final class QuietLog implements Log {

    private static final Logger LOG = LoggerFactory.getLogger(QuietLog.class);

    @Override
    public void clear() {}

    @Override
    public void onIncoming(String message) {}

    @Override
    public void onOutgoing(String message) {}

    @Override
    public void onEvent(String text) {
        LOG.debug("{}", text);
    }

    @Override
    public void onErrorEvent(String text) {
        LOG.info("{}", text);
    }
}
