package io.sluice.adapter.fix;

import io.sluice.port.Lane;

import org.apache.mina.core.filterchain.IoFilterChain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import quickfix.ExecutorFactory;
import quickfix.Session;
import quickfix.mina.EventHandlingStrategy;
import quickfix.mina.SessionConnector;
import quickfix.mina.message.FIXProtocolCodecFactory;

import java.util.concurrent.Executor;
import java.util.function.Function;

/** How connectors are joined to the engine: filters, strategy and timer. */
final class FixWiring {

    private static final Logger LOG = LoggerFactory.getLogger(FixWiring.class);

    private final ConnectionFilter connections;
    private final int maxMessageBytes;
    private final Function<Session, FixSession> sessions;
    private final FixEvents events;
    private final Lane timerLane;

    FixWiring(
            ConnectionFilter connections,
            int maxMessageBytes,
            Function<Session, FixSession> sessions,
            FixEvents events,
            Lane timerLane) {
        this.connections = connections;
        this.maxMessageBytes = maxMessageBytes;
        this.sessions = sessions;
        this.events = events;
        this.timerLane = timerLane;
    }

    /** QuickFIX/J has put TLS and the codec there already. */
    void buildChain(IoFilterChain chain) {
        chain.addBefore(
                FIXProtocolCodecFactory.FILTER_NAME,
                MessageSizeFilter.NAME,
                new MessageSizeFilter(maxMessageBytes));
        chain.addLast(ConnectionFilter.NAME, connections);
    }

    EventHandlingStrategy strategy(SessionConnector connector) {
        return new LaneStrategy(connector, ConnectionFilter::current, sessions, events);
    }

    /**
     * QuickFIX/J's timers run as work of the engine; a tick that finds the lane full is left out.
     */
    ExecutorFactory executors() {
        return new ExecutorFactory() {
            @Override
            public Executor getLongLivedExecutor() {
                return Runnable::run;
            }

            @Override
            public Executor getShortLivedExecutor() {
                return task -> {
                    // To throw would end QuickFIX/J's timer, and with it all heartbeats, for good.
                    if (!timerLane.offer(task::run)) {
                        LOG.warn("The engine is behind with timers; one tick is left out");
                    }
                };
            }
        };
    }
}
