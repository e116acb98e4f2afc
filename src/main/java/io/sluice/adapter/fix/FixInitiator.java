package io.sluice.adapter.fix;

import quickfix.ConfigError;
import quickfix.SessionFactory;
import quickfix.SessionSettings;
import quickfix.mina.EventHandlingStrategy;
import quickfix.mina.initiator.AbstractSocketInitiator;

/** The initiator that logs on to brokers; its sessions run on the engine's thread. */
final class FixInitiator extends AbstractSocketInitiator {

    /** QuickFIX/J waits up to 2 s for a connection: not on the thread that runs all timers. */
    private static final int RECONNECT_THREADS = 2;

    private final EventHandlingStrategy strategy;

    FixInitiator(SessionSettings settings, SessionFactory factory, FixWiring wiring)
            throws ConfigError {
        super(settings, factory, RECONNECT_THREADS);
        strategy = wiring.strategy(this);
        setExecutorFactory(wiring.executors());
        setIoFilterChainBuilder(wiring::buildChain);
    }

    /** Creates the sessions and begins to connect. In an open frame. */
    @Override
    public void start() throws ConfigError {
        createSessionInitiators();
        startInitiators();
    }

    @Override
    public void stop(boolean force) {
        stopInitiators();
    }

    @Override
    protected EventHandlingStrategy getEventHandlingStrategy() {
        return strategy;
    }
}
