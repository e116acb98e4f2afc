package io.sluice.adapter.fix;

import io.sluice.port.Clock;
import io.sluice.port.FixState;
import io.sluice.port.Frame;
import io.sluice.port.Journal;
import io.sluice.port.OpenFrame;

import quickfix.MessageStore;

import java.io.IOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/**
 * A session's numbers and messages as a view on the journal: what is set here becomes part of the
 * open frame. Changed by the engine's thread; numbers may be read by any.
 */
final class JournalStore implements MessageStore {

    private final String session;
    private final Journal journal;
    private final OpenFrame frame;
    private final Clock clock;
    private final MessageIndex index = new MessageIndex();
    private final Runnable addNumbers = this::addNumbers;
    private final Map<Integer, String> ofOpenFrame = new HashMap<>();

    private volatile int nextSender = 1;
    private volatile int nextTarget = 1;
    private Instant createdAt;
    private ResendListener resends = (_, _) -> {};

    /** Told instead of QuickFIX/J that a peer wants messages again. */
    interface ResendListener {
        void wanted(int from, int to);
    }

    /** What the stores of all sessions share. */
    record Shared(Journal journal, OpenFrame frame, Clock clock) {}

    JournalStore(String session, Shared shared, Instant createdAt) {
        this.session = session;
        this.journal = shared.journal();
        this.frame = shared.frame();
        this.clock = shared.clock();
        this.createdAt = createdAt;
    }

    void onResend(ResendListener listener) {
        resends = listener;
    }

    @Override
    public boolean set(int sequence, String message) {
        frame.add(new Frame.FixStored(session, sequence, message));
        ofOpenFrame.put(sequence, message);
        return true;
    }

    /** Resends are answered by {@link Resender}, in slices: QuickFIX/J finds nothing here. */
    @Override
    public void get(int startSequence, int endSequence, Collection<String> messages) {
        resends.wanted(startSequence, endSequence);
    }

    /** The text of one message, if it was sent under the current numbering. */
    Optional<String> find(int sequence) throws IOException {
        String unsealed = ofOpenFrame.get(sequence);
        if (unsealed != null) {
            return Optional.of(unsealed);
        }
        long position = index.find(sequence);
        if (position == 0) {
            return Optional.empty();
        }
        for (Frame.Entry entry : journal.read(position).entries()) {
            if (entry instanceof Frame.FixStored stored
                    && stored.msgSeqNum() == sequence
                    && stored.session().equals(session)) {
                return Optional.of(stored.text());
            }
        }
        return Optional.empty();
    }

    /** The messages of the frame that was open are at this position now. */
    void closed(long position) {
        if (ofOpenFrame.isEmpty()) {
            return;
        }
        ofOpenFrame.keySet().stream().sorted().forEach(number -> index.put(number, position));
        ofOpenFrame.clear();
    }

    @Override
    public int getNextSenderMsgSeqNum() {
        return nextSender;
    }

    @Override
    public int getNextTargetMsgSeqNum() {
        return nextTarget;
    }

    @Override
    public void setNextSenderMsgSeqNum(int next) {
        nextSender = next;
        frame.beforeClose(addNumbers);
    }

    @Override
    public void setNextTargetMsgSeqNum(int next) {
        nextTarget = next;
        frame.beforeClose(addNumbers);
    }

    @Override
    public void incrNextSenderMsgSeqNum() {
        setNextSenderMsgSeqNum(nextSender + 1);
    }

    @Override
    public void incrNextTargetMsgSeqNum() {
        setNextTargetMsgSeqNum(nextTarget + 1);
    }

    private void addNumbers() {
        frame.add(new Frame.FixNumbers(session, nextSender, nextTarget));
    }

    @Override
    public Date getCreationTime() {
        return Date.from(createdAt);
    }

    @Override
    public Calendar getCreationTimeCalendar() {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(createdAt.toEpochMilli());
        return calendar;
    }

    @Override
    public void reset() {
        began(clock.now());
        frame.add(new Frame.FixReset(session, createdAt));
        frame.beforeClose(addNumbers);
    }

    /** There is one writer and it is here: nothing to read again. */
    @Override
    public void refresh() {}

    private void began(Instant at) {
        createdAt = at;
        nextSender = 1;
        nextTarget = 1;
        index.clear();
        ofOpenFrame.clear();
    }

    void restore(FixState state) {
        createdAt = state.createdAt();
        nextSender = state.nextSender();
        nextTarget = state.nextTarget();
        index.restore(state.firstMsgSeqNum(), state.positions());
    }

    void replay(long position, Frame.Entry entry) {
        switch (entry) {
            case Frame.FixStored stored -> index.put(stored.msgSeqNum(), position);
            case Frame.FixNumbers numbers -> {
                nextSender = numbers.nextSender();
                nextTarget = numbers.nextTarget();
            }
            case Frame.FixReset reset -> began(reset.createdAt());
            case Frame.Happened _ -> {}
        }
    }

    /** Where the first message of the current numbering is. */
    long oldestNeeded() {
        return index.oldest();
    }

    FixState state() {
        return new FixState(
                session, createdAt, nextSender, nextTarget, index.first(), index.positions());
    }
}
