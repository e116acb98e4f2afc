package io.sluice.adapter.fix;

import io.sluice.port.Clock;
import io.sluice.port.FixState;
import io.sluice.port.FixStates;
import io.sluice.port.Frame;
import io.sluice.port.Journal;
import io.sluice.port.OpenFrame;

import quickfix.MessageStore;
import quickfix.MessageStoreFactory;
import quickfix.SessionID;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stores of all sessions, as recovered; a session of which nothing is known begins at 1. */
public final class JournalStores implements MessageStoreFactory, FixStates {

    private final Map<String, JournalStore> stores = new LinkedHashMap<>();
    private final JournalStore.Shared shared;

    public JournalStores(Journal journal, OpenFrame frame, Clock clock) {
        this.shared = new JournalStore.Shared(journal, frame, clock);
    }

    @Override
    public MessageStore create(SessionID sessionID) {
        return store(sessionID);
    }

    JournalStore store(SessionID id) {
        return store(id.toString(), shared.clock().now());
    }

    private JournalStore store(String session, Instant createdAt) {
        return stores.computeIfAbsent(session, name -> new JournalStore(name, shared, createdAt));
    }

    @Override
    public void restore(List<FixState> states) {
        states.forEach(state -> store(state.session(), state.createdAt()).restore(state));
    }

    @Override
    public void replay(long position, Instant at, Frame.Entry entry) {
        switch (entry) {
            case Frame.FixStored it -> store(it.session(), at).replay(position, entry);
            case Frame.FixNumbers it -> store(it.session(), at).replay(position, entry);
            case Frame.FixReset it -> store(it.session(), at).replay(position, entry);
            case Frame.Happened _ -> {}
        }
    }

    @Override
    public void closed(long position) {
        for (JournalStore store : stores.values()) {
            store.closed(position);
        }
    }

    @Override
    public List<FixState> states() {
        return stores.values().stream().map(JournalStore::state).toList();
    }

    @Override
    public long oldestNeeded() {
        return stores.values().stream()
                .mapToLong(JournalStore::oldestNeeded)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /**
     * After an end in which numbers may have been used that the journal does not know: too high is
     * mended by a gap fill, too low locks us out. In an open frame.
     */
    public void skipSenderNumbers(int by) {
        for (JournalStore store : stores.values()) {
            store.setNextSenderMsgSeqNum(store.getNextSenderMsgSeqNum() + by);
        }
    }
}
