package io.sluice.simulator.oms;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which request left under which MsgSeqNum(34), for the latest ones. Safe for many threads. */
final class SentMessages {

    private static final int KEPT = 50_000;

    private final Map<String, String> idBySeqNum =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > KEPT;
                }
            };

    synchronized void put(String seqNum, String id) {
        idBySeqNum.put(seqNum, id);
    }

    /** The request's id, empty when that number was no request or is too long ago. */
    synchronized String id(String seqNum) {
        return idBySeqNum.getOrDefault(seqNum, "");
    }
}
