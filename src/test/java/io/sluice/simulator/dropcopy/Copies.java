package io.sluice.simulator.dropcopy;

import quickfix.Message;

/** Copies as a router should send them. */
final class Copies {

    /** A fill that brings order O1 to the quantity. */
    static Message execution(String execId, String cumQty) {
        Message copy = new Message();
        copy.getHeader().setString(35, "8");
        copy.getHeader().setString(115, "OMS44");
        copy.setString(37, "O1");
        copy.setString(17, execId);
        copy.setString(11, "C1");
        copy.setString(150, "F");
        copy.setString(39, "1");
        copy.setString(55, "AAPL");
        copy.setString(54, "1");
        copy.setString(1, "ACC1");
        copy.setString(38, "1000000");
        copy.setString(32, "1");
        copy.setString(31, "10.50");
        copy.setString(14, cumQty);
        copy.setString(151, "5");
        copy.setString(6, "10.50");
        copy.setString(797, "Y");
        return copy;
    }

    static Message cancelReject(String clOrdId) {
        Message copy = new Message();
        copy.getHeader().setString(35, "9");
        copy.getHeader().setString(115, "OMS44");
        copy.setString(37, "O1");
        copy.setString(11, clOrdId);
        copy.setString(41, "C1");
        copy.setString(39, "1");
        copy.setString(434, "1");
        copy.setString(102, "0");
        copy.setString(58, "too late");
        return copy;
    }

    static Message possResend(Message copy) {
        copy.getHeader().setString(97, "Y");
        return copy;
    }

    private Copies() {}
}
