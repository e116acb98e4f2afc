package io.sluice.simulator.broker;

import io.sluice.simulator.broker.Report.CancelRejected;
import io.sluice.simulator.broker.Report.Execution;

import quickfix.Message;
import quickfix.UtcTimestampPrecision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reports as FIX 4.4 messages: ExecutionReport(8) and OrderCancelReject(9). */
final class FixReports {

    private FixReports() {}

    static Message message(Report report, Instant at) {
        Message message =
                switch (report) {
                    case Execution execution -> message(execution);
                    case CancelRejected reject -> message(reject);
                };
        LocalDateTime transactTime = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        message.setUtcTimeStamp(60, transactTime, UtcTimestampPrecision.MILLIS);
        return message;
    }

    private static Message message(Execution execution) {
        Message message = ofType("8");
        Order order = execution.order();

        message.setString(37, order.orderId());
        message.setString(11, execution.clOrdId());
        setUnlessEmpty(message, 41, execution.origClOrdId());
        setUnlessEmpty(message, 790, execution.ordStatusReqId());
        message.setString(17, execution.execId());
        message.setChar(150, execution.execType().code());
        message.setChar(39, order.status().code());
        setTerms(message, order.terms());
        if (execution.execType() == ExecType.TRADE) {
            setDecimal(message, 32, execution.lastQty());
            setDecimal(message, 31, execution.lastPx());
        }
        setDecimal(message, 151, order.leavesQty());
        setDecimal(message, 14, order.cumQty());
        setDecimal(message, 6, order.avgPx());
        execution.ordRejReason().ifPresent(reason -> message.setInt(103, reason));
        setUnlessEmpty(message, 58, execution.text());
        return message;
    }

    private static void setTerms(Message message, Terms terms) {
        setUnlessEmpty(message, 1, terms.account());
        message.setString(55, terms.symbol());
        message.setChar(54, terms.side());
        setDecimal(message, 38, terms.qty());
        message.setChar(40, terms.ordType());
        terms.price().ifPresent(price -> setDecimal(message, 44, price));
        message.setChar(59, terms.timeInForce());
    }

    private static Message message(CancelRejected reject) {
        Message message = ofType("9");
        message.setString(37, reject.orderId());
        message.setString(11, reject.clOrdId());
        message.setString(41, reject.origClOrdId());
        message.setChar(39, reject.status().code());
        message.setChar(434, reject.responseTo());
        message.setInt(102, reject.cxlRejReason());
        setUnlessEmpty(message, 58, reject.text());
        return message;
    }

    private static Message ofType(String msgType) {
        Message message = new Message();
        message.getHeader().setString(35, msgType);
        return message;
    }

    private static void setDecimal(Message message, int tag, BigDecimal value) {
        message.setString(tag, value.toPlainString());
    }

    private static void setUnlessEmpty(Message message, int tag, String value) {
        if (!value.isEmpty()) {
            message.setString(tag, value);
        }
    }
}
