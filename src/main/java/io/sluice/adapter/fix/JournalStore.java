package io.sluice.adapter.fix;

import io.sluice.port.Clock;
import io.sluice.port.FixDelivery;
import io.sluice.port.FixPlace;
import io.sluice.port.FixState;
import io.sluice.port.Frame;
import io.sluice.port.Journal;
import io.sluice.port.OpenFrame;

import org.jspecify.annotations.Nullable;

import quickfix.Message;
import quickfix.MessageStore;
import quickfix.SessionID;

import java.io.IOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;

/**
 * A session's numbers and messages as a view on the journal: what is set here becomes part of the
 * open frame. Changed by the engine's thread; numbers may be read by any.
 */
final class JournalStore implements MessageStore {

    private final String session;
    private final Shared shared;
    private final OpenFrame frame;
    private final MessageIndex index = new MessageIndex();
    private final Delivery delivery = new Delivery();
    private final Runnable addNumbers = this::addNumbers;
    private final Map<Integer, String> ofOpenFrame = new HashMap<>();

    private volatile int nextSender = 1;
    private volatile int nextTarget = 1;
    private Instant createdAt;
    private ResendListener resends = (_, _) -> {};
    private @Nullable SessionID id;
    private FixDelivery.@Nullable Waiting nextIsCopyOf;

    /** Told instead of QuickFIX/J that a peer wants messages again. */
    interface ResendListener {
        void wanted(int from, int to);
    }

    /** What the stores of all sessions share. */
    record Shared(Journal journal, OpenFrame frame, Clock clock) {}

    JournalStore(String session, Shared shared, Instant createdAt) {
        this.session = session;
        this.shared = shared;
        this.frame = shared.frame();
        this.createdAt = createdAt;
    }

    /** The session is one of today's configuration. */
    void configured(SessionID as) {
        id = as;
    }

    boolean isConfigured() {
        return id != null;
    }

    /** What the peer has yet to get or to prove. */
    Delivery delivery() {
        return delivery;
    }

    /** A report waits for the session. */
    void hold(OutboundMessage report) {
        int entry = frame.add(new Frame.FixHeld(session, report.msgType(), report.body()));
        delivery.held(new FixPlace(Delivery.OPEN, entry));
    }

    /** The report at a place of the journal, as a message to this session. */
    OutboundMessage read(FixDelivery.Waiting copy) throws IOException {
        FixPlace source = copy.source();
        List<Frame.Entry> entries = shared.journal().read(source.position()).entries();
        return JournaledReport.of(entries.get(source.entry()))
                .orElseThrow(() -> new IOException("No report stands at " + source))
                .to(session)
                .mayRepeat(copy.mayRepeat());
    }

    /**
     * Has a message sent that was read from the journal: its text is not kept once more.
     *
     * @return whether it was numbered; if not, it was not sent either, and is still to be
     */
    boolean copies(FixDelivery.Waiting copy, OutboundMessage message, Consumer<Message> send) {
        nextIsCopyOf = copy;
        try {
            send.accept(message.sentAt(frame.at()));
            return nextIsCopyOf == null;
        } finally {
            nextIsCopyOf = null;
        }
    }

    /** The peer has proven to have everything up to this number. */
    void proven(int msgSeqNum) {
        int upTo = Math.min(msgSeqNum, nextSender - 1);
        if (delivery.isUnproven(upTo)) {
            frame.add(new Frame.FixProven(session, upTo));
            delivery.proven(upTo);
        }
    }

    /** The session reads copies of all reports after this position. */
    void subscribe(long after) {
        frame.add(new Frame.FixSubscribed(session, after));
        delivery.subscribed(after);
    }

    void onResend(ResendListener listener) {
        resends = listener;
    }

    @Override
    public boolean set(int sequence, String message) {
        FixDelivery.Waiting copyOf = nextIsCopyOf;
        if (copyOf != null) {
            nextIsCopyOf = null;
            addCopied(new Frame.FixCopied(session, sequence, copyOf.source(), copyOf.mayRepeat()));
        } else {
            int entry = frame.add(new Frame.FixStored(session, sequence, message));
            noteReport(sequence, message, new FixPlace(Delivery.OPEN, entry));
        }
        ofOpenFrame.put(sequence, message);
        return true;
    }

    private void addCopied(Frame.FixCopied copied) {
        frame.add(copied);
        delivery.copied(copied);
    }

    private void noteReport(int sequence, String message, FixPlace place) {
        if (JournaledReport.isReport(message)) {
            delivery.stored(sequence, place);
        }
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
        Frame at = shared.journal().read(position);
        for (Frame.Entry entry : at.entries().reversed()) {
            // One before it in the frame is of the numbering before a reset.
            if (entry instanceof Frame.FixStored stored
                    && stored.msgSeqNum() == sequence
                    && stored.session().equals(session)) {
                return Optional.of(stored.text());
            }
            if (entry instanceof Frame.FixCopied copied
                    && copied.msgSeqNum() == sequence
                    && copied.session().equals(session)) {
                return Optional.of(madeAgain(copied, at.at()));
            }
        }
        return Optional.empty();
    }

    private String madeAgain(Frame.FixCopied copied, Instant sentAt) throws IOException {
        if (id == null) {
            throw new IllegalStateException("Session " + session + " is not configured");
        }
        return read(new FixDelivery.Waiting(copied.source(), copied.mayRepeat()))
                .sentAt(sentAt)
                .text(id, copied.msgSeqNum());
    }

    /** When the current numbering began. */
    Instant numberingSince() {
        return createdAt;
    }

    /** The messages of the frame that was open are at this position now. */
    void closed(long position) {
        if (delivery.isOfOpenFrame()) {
            delivery.closed(position);
        }
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
        began(shared.clock().now());
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
        delivery.reset();
    }

    void restore(FixState state) {
        createdAt = state.createdAt();
        nextSender = state.nextSender();
        nextTarget = state.nextTarget();
        index.restore(state.firstMsgSeqNum(), state.positions());
        state.delivery().ifPresent(delivery::restore);
    }

    void replay(FixPlace place, Frame.Entry entry) {
        switch (entry) {
            case Frame.FixStored stored -> {
                index.put(stored.msgSeqNum(), place.position());
                noteReport(stored.msgSeqNum(), stored.text(), place);
            }
            case Frame.FixCopied copied -> {
                index.put(copied.msgSeqNum(), place.position());
                delivery.copied(copied);
            }
            case Frame.FixHeld _ -> delivery.held(place);
            case Frame.FixProven proven -> delivery.proven(proven.msgSeqNum());
            case Frame.FixSubscribed subscribed -> delivery.subscribed(subscribed.after());
            case Frame.FixNumbers numbers -> {
                nextSender = numbers.nextSender();
                nextTarget = numbers.nextTarget();
            }
            case Frame.FixReset reset -> began(reset.createdAt());
            case Frame.Happened _ -> {}
        }
    }

    /** Where the first message of the current numbering is, or of what the peer has yet to get. */
    long oldestNeeded() {
        return Math.min(index.oldest(), delivery.oldestNeeded());
    }

    FixState state() {
        return new FixState(
                session,
                createdAt,
                nextSender,
                nextTarget,
                index.first(),
                index.positions(),
                delivery.state());
    }
}
