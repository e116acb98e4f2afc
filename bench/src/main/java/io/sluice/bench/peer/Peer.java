package io.sluice.bench.peer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A router that can be measured, by the name it has in the results. */
public enum Peer {
    /** Sluice that forces every byte to the disk before anything leaves. */
    SLUICE_DISK("sluice-disk"),

    /** Sluice that leaves its journal to the operating system. */
    SLUICE_PROCESS("sluice-process"),

    /** QuickFIX/J as it comes: file store, file log, dictionary; no gate and no journal. */
    QUICKFIXJ("quickfixj-proxy");

    private final String title;

    Peer(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static Optional<Peer> named(String title) {
        for (Peer peer : values()) {
            if (peer.title.equals(title)) {
                return Optional.of(peer);
            }
        }
        return Optional.empty();
    }

    /**
     * Where and how routers are started.
     *
     * @param home the project's directory
     * @param javaOptions the same for every router
     * @param cpu the one they may use, if they are bound to one
     */
    public record Setting(Path home, List<String> javaOptions, Optional<Integer> cpu) {}

    /** The words that start it with its data there and its broker at that port. */
    List<String> command(Setting setting, Path data, int brokerPort) {
        List<String> words = new ArrayList<>();
        setting.cpu().ifPresent(cpu -> words.addAll(List.of("taskset", "-c", cpu.toString())));
        words.addAll(
                switch (this) {
                    case SLUICE_DISK -> sluice(setting, data, brokerPort, "disk");
                    case SLUICE_PROCESS -> sluice(setting, data, brokerPort, "process");
                    case QUICKFIXJ -> proxy(setting, data, brokerPort);
                });
        return words;
    }

    /** What the launcher is to find in its environment. */
    static Map<String, String> environment(Setting setting) {
        return Map.of(
                "SLUICE_NO_BUILD", "1",
                "SLUICE_JAVA_HOME", System.getProperty("java.home"),
                "SLUICE_JAVA_OPTS", String.join(" ", setting.javaOptions()));
    }

    private static List<String> sluice(
            Setting setting, Path data, int brokerPort, String durability) {
        return List.of(
                setting.home().resolve("sluice").toString(),
                "run",
                "--config",
                setting.home().resolve("bench/config").toString(),
                "--data",
                data.toString(),
                "--set",
                "journal.durability=" + durability,
                "--set",
                "brokers.SocketConnectPort=" + brokerPort);
    }

    private static List<String> proxy(Setting setting, Path data, int brokerPort) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(setting.javaOptions());
        words.add("-cp");
        words.add(System.getProperty("java.class.path"));
        words.add("io.sluice.bench.proxy.ProxyMain");
        words.add(data.toString());
        words.add(Integer.toString(brokerPort));
        return words;
    }
}
