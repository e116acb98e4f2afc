package io.sluice.adapter.fix.dropcopy;

import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.FixSession;
import io.sluice.adapter.fix.FixWriter;
import io.sluice.adapter.fix.OutboundMessage;
import io.sluice.adapter.fix.SessionHandler;
import io.sluice.adapter.fix.Tags;
import io.sluice.port.FixPlace;
import io.sluice.port.Journal;
import io.sluice.port.Lane;
import io.sluice.port.Lanes;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * All drop-copy sessions: each gets every report that any OMS is told, once it is durable, and may
 * ask for nothing. On the engine's thread, but for the close.
 */
public final class DropCopyGateway implements SessionHandler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DropCopyGateway.class);

    /** A reader to whom nothing has left for so long, although something waits, is cut off. */
    static final Duration MAX_STUCK = Duration.ofSeconds(30);

    private static final int LANE_CAPACITY = 16;
    private static final String BUSINESS_MESSAGE_REJECT = "j";
    private static final String NOT_AUTHORISED = "6";

    private final Journal journal;
    private final Lanes lanes;
    private final Map<FixSession, Lane> lanesBySession = new HashMap<>();
    private final Map<FixSession, CopyFeed> feeds = new HashMap<>();
    private final ExecutorService opener =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("drop-copy").factory());

    public DropCopyGateway(Journal journal, Lanes lanes) {
        this.journal = journal;
        this.lanes = lanes;
    }

    /** Adds a session before the start. */
    public void serve(FixSession session) {
        String name = "copies-" + session.name();
        lanesBySession.put(session, lanes.lane(name, Lane.Priority.DROP_COPY, LANE_CAPACITY));
    }

    /** A Logon that resets the numbers while logged on begins anew, too. */
    @Override
    public void onLogon(FixSession session) {
        stop(session);
        session.synchronised(true);
        tellWhatIsGone(session);
        CopyFeed feed = new CopyFeed(session, lane(session), opener);
        feeds.put(session, feed);
        feed.begin(journal);
    }

    private Lane lane(FixSession session) {
        Lane lane = lanesBySession.get(session);
        if (lane == null) {
            throw new IllegalStateException("No copies are served on " + session.id());
        }
        return lane;
    }

    private void tellWhatIsGone(FixSession session) {
        FixPlace given = session.given();
        long oldest = journal.unbrokenAfter();
        if (given.position() < oldest) {
            LOG.error(
                    "ALARM: drop copy {} misses what the journal no longer has: everything after"
                            + " position {} and up to {}",
                    session.name(),
                    given.position(),
                    oldest);
        }
    }

    @Override
    public void onLogout(FixSession session) {
        stop(session);
    }

    private void stop(FixSession session) {
        CopyFeed feed = feeds.remove(session);
        if (feed != null) {
            feed.stop();
        }
    }

    @Override
    public void onTick(FixSession session) {
        CopyFeed feed = feeds.get(session);
        if (feed == null) {
            return;
        }
        feed.goOn();
        if (feed.failure().isPresent()) {
            cut(session, "the journal could not be read for it: " + feed.failure().get());
        } else if (session.stuckFor().compareTo(MAX_STUCK) >= 0) {
            cut(session, "it does not read: nothing left for " + MAX_STUCK.toSeconds() + " s");
        }
    }

    private void cut(FixSession session, String why) {
        LOG.error("ALARM: drop copy {} is cut off: {}", session.name(), why);
        stop(session);
        session.cut("it was cut off: " + why);
    }

    @Override
    public void onAdmin(FixSession session, String msgType, FixFields fields) {
        if (msgType.equals("3")) {
            LOG.error(
                    "ALARM: drop copy {} rejected our message {}: {}",
                    session.name(),
                    fields.find(Tags.REF_SEQ_NUM).orElse("?"),
                    fields.find(Tags.TEXT).orElse(""));
        }
    }

    /** Two who answered each other's BusinessMessageRejects would never end. */
    @Override
    public void onMessage(FixSession session, String msgType, FixFields fields) {
        LOG.warn("ALARM: drop copy {} sent {}, which it may not", session.name(), fields.all());
        if (!msgType.equals(BUSINESS_MESSAGE_REJECT)) {
            session.send(notAuthorised(msgType, fields));
        }
    }

    private static OutboundMessage notAuthorised(String msgType, FixFields fields) {
        FixWriter out = new FixWriter();
        out.add(Tags.REF_SEQ_NUM, fields.find(Tags.MSG_SEQ_NUM));
        out.add(Tags.REF_MSG_TYPE, msgType);
        out.add(Tags.BUSINESS_REJECT_REASON, NOT_AUTHORISED);
        out.add(Tags.TEXT, "NOT_AUTHORISED a drop-copy session only reads, was MsgType " + msgType);
        return new OutboundMessage(BUSINESS_MESSAGE_REJECT, out.body());
    }

    /** After the engine has ended. */
    @Override
    public void close() {
        feeds.values().forEach(CopyFeed::stop);
        opener.shutdown();
    }
}
