package io.sluice.adapter.fix;

import org.apache.mina.core.service.IoAcceptor;

import quickfix.ConfigError;
import quickfix.SessionFactory;
import quickfix.SessionSettings;
import quickfix.mina.EventHandlingStrategy;
import quickfix.mina.acceptor.AbstractSocketAcceptor;

import java.net.InetSocketAddress;
import java.util.List;

/** The acceptor that OMSs log on to; its sessions run on the engine's thread. */
final class FixAcceptor extends AbstractSocketAcceptor {

    private final EventHandlingStrategy strategy;

    FixAcceptor(SessionSettings settings, SessionFactory factory, FixWiring wiring)
            throws ConfigError {
        super(settings, factory);
        strategy = wiring.strategy(this);
        setExecutorFactory(wiring.executors());
        setIoFilterChainBuilder(wiring::buildChain);
    }

    /** Creates the sessions and binds the ports. In an open frame. */
    @Override
    public void start() throws ConfigError {
        startAcceptingConnections();
    }

    @Override
    public void stop(boolean force) {
        stopSessionTimer();
        stopAcceptingConnections();
    }

    /** The ports it listens on: the real ones, where port 0 was asked for. */
    List<Integer> ports() {
        return getEndpoints().stream()
                .map(IoAcceptor::getLocalAddress)
                .map(address -> ((InetSocketAddress) address).getPort())
                .sorted()
                .toList();
    }

    @Override
    protected EventHandlingStrategy getEventHandlingStrategy() {
        return strategy;
    }
}
