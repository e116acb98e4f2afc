package io.sluice.simulator.oms;

import quickfix.Application;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FieldNotFound;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionNotFound;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;

import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A FIX 4.4 acceptor that acknowledges, fills orders that cross 200 lots or do not rest, cancels
 * and replaces. QuickFIX/J's threads call it one at a time, for it has one session.
 */
final class FakeRouter implements Application, AutoCloseable {

    private static final class Order {
        final String orderId;
        final String firstId;
        String id;
        BigDecimal qty;
        BigDecimal cumQty = BigDecimal.ZERO;
        String price;
        String status = "0";

        Order(String orderId, Message message) throws FieldNotFound {
            this.orderId = orderId;
            this.firstId = message.getString(FixTag.CL_ORD_ID);
            this.id = firstId;
            this.qty = message.getDecimal(FixTag.ORDER_QTY);
            this.price = message.isSetField(FixTag.PRICE) ? message.getString(FixTag.PRICE) : "10";
        }

        boolean isOpen() {
            return status.equals("0");
        }
    }

    private final SocketAcceptor acceptor;
    private final Map<String, Order> orders = new HashMap<>();
    private final AtomicInteger received = new AtomicInteger();
    private int repeats;
    private final int disconnectAfter;
    private int lastExecId;

    /** Sends so many fills twice, unmarked, and drops the link once after so many requests. */
    FakeRouter(int repeats, int disconnectAfter) throws ConfigError {
        this.repeats = repeats;
        this.disconnectAfter = disconnectAfter;
        SessionSettings settings = new SessionSettings();
        SessionID session = new SessionID("FIX.4.4", "SLUICE", "DEMO");
        settings.setString("ConnectionType", "acceptor");
        settings.setString("SocketAcceptAddress", "127.0.0.1");
        settings.setString("SocketAcceptPort", "0");
        settings.setString(session, "BeginString", "FIX.4.4");
        settings.setString(session, "NonStopSession", "Y");
        settings.setString(session, "DataDictionary", "FIX44.xml");
        settings.setString(session, "ValidateUserDefinedFields", "N");
        settings.setString(session, "AllowUnknownMsgFields", "Y");
        acceptor =
                new SocketAcceptor(
                        this,
                        new MemoryStoreFactory(),
                        settings,
                        _ -> new QuietLog(),
                        new DefaultMessageFactory());
        acceptor.start();
    }

    int port() {
        InetSocketAddress address =
                (InetSocketAddress) acceptor.getEndpoints().iterator().next().getLocalAddress();
        return address.getPort();
    }

    @Override
    public void close() {
        acceptor.stop(true);
    }

    @Override
    public void fromApp(Message message, SessionID session) throws FieldNotFound {
        switch (message.getHeader().getString(FixTag.MSG_TYPE)) {
            case "D" -> begin(message, session);
            case "F" -> cancel(message, session);
            case "G" -> replace(message, session);
            default -> tellStatus(message, session);
        }
        if (received.incrementAndGet() == disconnectAfter) {
            disconnect(session);
        }
    }

    @Override
    public void onCreate(SessionID session) {}

    @Override
    public void onLogon(SessionID session) {}

    @Override
    public void onLogout(SessionID session) {}

    @Override
    public void toAdmin(Message message, SessionID session) {}

    @Override
    public void fromAdmin(Message message, SessionID session) {}

    @Override
    public void toApp(Message message, SessionID session) {}

    private void begin(Message message, SessionID session) throws FieldNotFound {
        Order order = new Order("O" + orders.size(), message);
        orders.put(order.id, order);
        send(report(order, message, "0"), session);
        boolean rests =
                message.getString(FixTag.ORD_TYPE).equals(Terms.LIMIT)
                        && message.getString(FixTag.TIME_IN_FORCE).compareTo("1") <= 0;
        if (!rests || order.qty.compareTo(new BigDecimal("200")) > 0) {
            order.cumQty = order.qty;
            order.status = "2";
            Message fill = report(order, message, "F");
            fill.setDecimal(FixTag.LAST_QTY, order.qty);
            fill.setString(FixTag.LAST_PX, order.price);
            send(fill, session);
            if (repeats-- > 0) {
                send((Message) fill.clone(), session);
            }
        }
    }

    private void cancel(Message message, SessionID session) throws FieldNotFound {
        Order order = known(message.getString(FixTag.ORIG_CL_ORD_ID));
        if (!order.isOpen()) {
            send(reject(order, message, "1"), session);
            return;
        }
        order.status = "4";
        send(answer(order, message, "4"), session);
    }

    private void replace(Message message, SessionID session) throws FieldNotFound {
        Order order = known(message.getString(FixTag.ORIG_CL_ORD_ID));
        orders.put(message.getString(FixTag.CL_ORD_ID), order);
        if (!order.isOpen()) {
            send(reject(order, message, "2"), session);
            return;
        }
        order.qty = message.getDecimal(FixTag.ORDER_QTY);
        Message replaced = answer(order, message, "5");
        order.id = message.getString(FixTag.CL_ORD_ID);
        send(replaced, session);
    }

    private void tellStatus(Message message, SessionID session) throws FieldNotFound {
        Order order = known(message.getString(FixTag.CL_ORD_ID));
        Message status = report(order, message, "I");
        status.setString(FixTag.EXEC_ID, "0");
        status.setString(FixTag.ORD_STATUS_REQ_ID, message.getString(FixTag.ORD_STATUS_REQ_ID));
        send(status, session);
    }

    private Order known(String id) {
        return Objects.requireNonNull(orders.get(id), id);
    }

    private Message answer(Order order, Message request, String execType) throws FieldNotFound {
        Message report = report(order, request, execType);
        report.setString(FixTag.ORIG_CL_ORD_ID, order.id);
        report.setString(FixTag.CL_ORD_ID, request.getString(FixTag.CL_ORD_ID));
        return report;
    }

    private Message report(Order order, Message request, String execType) throws FieldNotFound {
        lastExecId++;
        Message report = new Message();
        report.getHeader().setString(FixTag.MSG_TYPE, "8");
        report.setString(FixTag.ORDER_ID, order.orderId);
        report.setString(FixTag.EXEC_ID, "E" + lastExecId);
        report.setString(FixTag.EXEC_TYPE, execType);
        report.setString(FixTag.ORD_STATUS, execType.equals("0") ? "0" : order.status);
        report.setString(FixTag.CL_ORD_ID, order.id);
        report.setString(FixTag.ECHO, order.firstId);
        report.setString(FixTag.SYMBOL, request.getString(FixTag.SYMBOL));
        report.setString(FixTag.SIDE, request.getString(FixTag.SIDE));
        report.setDecimal(FixTag.ORDER_QTY, order.qty);
        report.setDecimal(FixTag.CUM_QTY, order.cumQty);
        report.setDecimal(
                FixTag.LEAVES_QTY,
                order.status.equals("4") ? BigDecimal.ZERO : order.qty.subtract(order.cumQty));
        report.setString(FixTag.AVG_PX, order.cumQty.signum() == 0 ? "0" : order.price);
        return report;
    }

    private static Message reject(Order order, Message request, String respondsTo)
            throws FieldNotFound {
        Message reject = new Message();
        reject.getHeader().setString(FixTag.MSG_TYPE, "9");
        reject.setString(FixTag.ORDER_ID, order.orderId);
        reject.setString(FixTag.CL_ORD_ID, request.getString(FixTag.CL_ORD_ID));
        reject.setString(FixTag.ORIG_CL_ORD_ID, order.id);
        reject.setString(FixTag.ORD_STATUS, order.status);
        reject.setString(FixTag.CXL_REJ_RESPONSE_TO, respondsTo);
        reject.setString(FixTag.CXL_REJ_REASON, "0");
        return reject;
    }

    private static void send(Message message, SessionID session) {
        try {
            Session.sendToTarget(message, session);
        } catch (SessionNotFound e) {
            throw new IllegalStateException("The session is gone: " + session, e);
        }
    }

    private static void disconnect(SessionID session) {
        try {
            Session.lookupSession(session).disconnect("The link drops", false);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("The link cannot be dropped", e);
        }
    }
}
