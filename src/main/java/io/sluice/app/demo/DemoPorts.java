package io.sluice.app.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where everybody listens: the stock ports where they are free, else any free ones. */
record DemoPorts(Map<String, Integer> byName) {

    private static final Map<String, Integer> STOCK = stock();

    static DemoPorts choose() throws IOException {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (Map.Entry<String, Integer> wanted : STOCK.entrySet()) {
                ServerSocket socket = bind(wanted.getValue());
                held.add(socket);
                chosen.put(wanted.getKey(), socket.getLocalPort());
            }
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
        return new DemoPorts(chosen);
    }

    int of(String name) {
        Integer port = byName.get(name);
        if (port == null) {
            throw new IllegalStateException("No port has the name " + name);
        }
        return port;
    }

    @Override
    public String toString() {
        return byName.entrySet().stream()
                .map(port -> port.getKey() + " " + port.getValue() + remark(port))
                .collect(Collectors.joining(", "));
    }

    private static String remark(Map.Entry<String, Integer> port) {
        Integer stock = STOCK.get(port.getKey());
        return port.getValue().equals(stock) ? "" : " (" + stock + " is in use)";
    }

    private static ServerSocket bind(int port) throws IOException {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (BindException _) {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        }
    }

    private static Map<String, Integer> stock() {
        Map<String, Integer> stock = new LinkedHashMap<>();
        stock.put("OMS", 9880);
        stock.put("console", 8080);
        stock.put("ALPHA", 9891);
        stock.put("DELTA", 9894);
        return stock;
    }
}
