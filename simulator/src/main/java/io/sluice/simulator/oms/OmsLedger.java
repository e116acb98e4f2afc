package io.sluice.simulator.oms;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The OMS's own record of what it sent and heard, one JSON object a line. A line is with the
 * operating system when its method returns. Safe for use by many threads.
 */
final class OmsLedger implements AutoCloseable {

    private static final String FILE = "ledger.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileChannel channel;
    private final Clock clock;

    private OmsLedger(FileChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /** Opens the ledger in this directory and appends to what is there. */
    static OmsLedger open(Path directory, Clock clock) throws IOException {
        Files.createDirectories(directory);
        FileChannel channel =
                FileChannel.open(
                        directory.resolve(FILE),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
        return new OmsLedger(channel, clock);
    }

    /** The id prefixes of the runs that wrote into this directory before. */
    static Set<String> earlierRuns(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Set.of();
        }
        Set<String> runs = new HashSet<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.filter(line -> line.startsWith("{\"t\":\"run\""))
                    .map(JSON::readTree)
                    .map(OmsLedger::prefix)
                    .forEach(runs::add);
        }
        return runs;
    }

    void run(OrderFlow.Plan plan) {
        Map<String, Object> line = line("run");
        line.put("prefix", plan.idPrefix());
        line.put("seed", plan.seed());
        write(line);
    }

    void sent(Request request) {
        Map<String, Object> line = line("sent");
        line.put("msgType", request.msgType());
        switch (request) {
            case Request.NewOrder order -> line.put("clOrdId", order.id());
            case Request.Cancel cancel -> ids(line, cancel.id(), cancel.origClOrdId());
            case Request.Replace replace -> ids(line, replace.id(), replace.origClOrdId());
            case Request.Status status -> {
                line.put("clOrdId", status.clOrdId());
                line.put("ordStatusReqId", status.id());
            }
        }
        Terms terms = request.terms();
        line.put("symbol", terms.symbol());
        line.put("side", terms.side());
        line.put("qty", terms.qty().toPlainString());
        terms.price().ifPresent(price -> line.put("price", price.toPlainString()));
        line.put("ordType", terms.ordType());
        line.put("tif", terms.tif());
        line.put("account", terms.account());
        write(line);
    }

    void report(Answer answer) {
        Map<String, Object> line = line("report");
        line.put("msgType", answer.text(FixTag.MSG_TYPE));
        add(line, answer, "execId", FixTag.EXEC_ID);
        add(line, answer, "secondaryExecId", FixTag.SECONDARY_EXEC_ID);
        add(line, answer, "execType", FixTag.EXEC_TYPE);
        add(line, answer, "execRefId", FixTag.EXEC_REF_ID);
        add(line, answer, "ordStatus", FixTag.ORD_STATUS);
        add(line, answer, "clOrdId", FixTag.CL_ORD_ID);
        add(line, answer, "origClOrdId", FixTag.ORIG_CL_ORD_ID);
        add(line, answer, "orderId", FixTag.ORDER_ID);
        add(line, answer, "ordStatusReqId", FixTag.ORD_STATUS_REQ_ID);
        add(line, answer, "symbol", FixTag.SYMBOL);
        add(line, answer, "side", FixTag.SIDE);
        add(line, answer, "account", FixTag.ACCOUNT);
        add(line, answer, "orderQty", FixTag.ORDER_QTY);
        add(line, answer, "lastQty", FixTag.LAST_QTY);
        add(line, answer, "lastPx", FixTag.LAST_PX);
        add(line, answer, "cumQty", FixTag.CUM_QTY);
        add(line, answer, "leavesQty", FixTag.LEAVES_QTY);
        add(line, answer, "avgPx", FixTag.AVG_PX);
        add(line, answer, "cxlRejResponseTo", FixTag.CXL_REJ_RESPONSE_TO);
        add(line, answer, "cxlRejReason", FixTag.CXL_REJ_REASON);
        add(line, answer, "ordRejReason", FixTag.ORD_REJ_REASON);
        add(line, answer, "refSeqNum", FixTag.REF_SEQ_NUM);
        add(line, answer, "businessRejectRefId", FixTag.BUSINESS_REJECT_REF_ID);
        add(line, answer, "text", FixTag.TEXT);
        line.put("possDup", answer.possDup());
        line.put("possResend", answer.possResend());
        write(line);
    }

    void violation(Violation violation) {
        Map<String, Object> line = line("violation");
        line.put("rule", violation.rule());
        line.put("text", violation.text());
        line.put("message", violation.message());
        write(line);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static String prefix(JsonNode run) {
        return run.path("prefix").asString("");
    }

    private static Map<String, Object> line(String kind) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("t", kind);
        return line;
    }

    private static void ids(Map<String, Object> line, String clOrdId, String origClOrdId) {
        line.put("clOrdId", clOrdId);
        line.put("origClOrdId", origClOrdId);
    }

    private static void add(Map<String, Object> line, Answer answer, String name, int tag) {
        if (answer.has(tag)) {
            line.put(name, answer.text(tag));
        }
    }

    private synchronized void write(Map<String, Object> line) {
        line.put("at", clock.instant().toString());
        ByteBuffer bytes =
                ByteBuffer.wrap(
                        (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger cannot be written", e);
        }
    }
}
