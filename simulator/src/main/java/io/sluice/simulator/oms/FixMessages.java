package io.sluice.simulator.oms;

import quickfix.Message;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes requests as FIX 4.4 messages. */
final class FixMessages {

    private static final String AUTOMATED = "1";

    private FixMessages() {}

    static Message message(Request request, Instant transactTime) {
        Message message = new Message();
        message.getHeader().setString(FixTag.MSG_TYPE, request.msgType());
        Terms terms = request.terms();
        message.setString(FixTag.ACCOUNT, terms.account());
        message.setString(FixTag.SYMBOL, terms.symbol());
        message.setString(FixTag.SIDE, terms.side());
        switch (request) {
            case Request.NewOrder order -> setOrder(message, order.id(), terms, transactTime);
            case Request.Replace replace -> {
                setOrder(message, replace.id(), terms, transactTime);
                message.setString(FixTag.ORIG_CL_ORD_ID, replace.origClOrdId());
            }
            case Request.Cancel cancel -> {
                message.setString(FixTag.CL_ORD_ID, cancel.id());
                message.setString(FixTag.ORIG_CL_ORD_ID, cancel.origClOrdId());
                message.setDecimal(FixTag.ORDER_QTY, terms.qty());
                setTime(message, transactTime);
            }
            case Request.Status status -> {
                message.setString(FixTag.CL_ORD_ID, status.clOrdId());
                message.setString(FixTag.ORD_STATUS_REQ_ID, status.id());
            }
        }
        return message;
    }

    private static void setOrder(Message message, String id, Terms terms, Instant transactTime) {
        message.setString(FixTag.CL_ORD_ID, id);
        message.setString(FixTag.ECHO, id);
        message.setString(FixTag.HANDL_INST, AUTOMATED);
        message.setDecimal(FixTag.ORDER_QTY, terms.qty());
        message.setString(FixTag.ORD_TYPE, terms.ordType());
        terms.price().ifPresent(price -> message.setDecimal(FixTag.PRICE, price));
        message.setString(FixTag.TIME_IN_FORCE, terms.tif());
        setTime(message, transactTime);
    }

    private static void setTime(Message message, Instant transactTime) {
        message.setUtcTimeStamp(
                FixTag.TRANSACT_TIME, LocalDateTime.ofInstant(transactTime, ZoneOffset.UTC), true);
    }
}
