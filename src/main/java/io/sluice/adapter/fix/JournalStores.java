package io.sluice.adapter.fix;

import io.sluice.port.Clock;
import io.sluice.port.FixPlace;
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
        JournalStore store = store(id.toString(), shared.clock().now());
        store.configured(id);
        return store;
    }

    private JournalStore store(String session, Instant createdAt) {
        return stores.computeIfAbsent(session, name -> new JournalStore(name, shared, createdAt));
    }

    @Override
    public void restore(List<FixState> states) {
        states.forEach(state -> store(state.session(), state.createdAt()).restore(state));
    }

    @Override
    public void replay(FixPlace place, Instant at, Frame.Entry entry) {
        switch (entry) {
            case Frame.FixStored it -> store(it.session(), at).replay(place, entry);
            case Frame.FixNumbers it -> store(it.session(), at).replay(place, entry);
            case Frame.FixReset it -> store(it.session(), at).replay(place, entry);
            case Frame.FixHeld it -> store(it.session(), at).replay(place, entry);
            case Frame.FixCopied it -> store(it.session(), at).replay(place, entry);
            case Frame.FixProven it -> store(it.session(), at).replay(place, entry);
            case Frame.FixSubscribed it -> store(it.session(), at).replay(place, entry);
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

    /** A session that is not configured any more may be read from the archive, should it return. */
    @Override
    public long oldestNeeded() {
        return stores.values().stream()
                .filter(JournalStore::isConfigured)
                .mapToLong(JournalStore::oldestNeeded)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /**
     * The session reads copies of all reports: of those after this position, unless it has begun
     * before. In an open frame.
     *
     * @throws IllegalStateException when it was an OMS's: what that has yet to get would be lost
     */
    public void subscribe(SessionID id, long after) {
        JournalStore store = store(id);
        if (store.delivery().subscription().isPresent()) {
            return;
        }
        if (store.delivery().hasBacklog() || store.delivery().hasUnproven()) {
            throw new IllegalStateException(
                    id + " was an OMS and has yet to get reports: it cannot be a drop copy");
        }
        store.subscribe(after);
    }

    /**
     * The session is an OMS's.
     *
     * @throws IllegalStateException when it read copies: its reports would be taken for such
     */
    public void requireNoSubscription(SessionID id) {
        if (store(id).delivery().subscription().isPresent()) {
            throw new IllegalStateException(id + " was a drop copy: it cannot be an OMS");
        }
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
