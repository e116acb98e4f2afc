package io.sluice.bench.proxy;

import quickfix.Acceptor;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FileLogFactory;
import quickfix.FileStoreFactory;
import quickfix.Initiator;
import quickfix.LogFactory;
import quickfix.MessageStoreFactory;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;
import quickfix.SocketInitiator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;

/** The comparison router's process: {@code ProxyMain DATA_DIRECTORY BROKER_PORT}. */
public final class ProxyMain {

    public static void main(String[] args) throws ConfigError, IOException, InterruptedException {
        Path data = Path.of(args[0]);
        int brokerPort = Integer.parseInt(args[1]);
        int omsPort = freePort();
        Files.createDirectories(data);

        Proxy proxy = new Proxy();
        SessionSettings oms = ProxySettings.oms(data, omsPort);
        SessionSettings broker = ProxySettings.broker(data, brokerPort);
        Acceptor acceptor =
                new SocketAcceptor(proxy, store(oms), oms, log(oms), new DefaultMessageFactory());
        Initiator initiator =
                new SocketInitiator(
                        proxy, store(broker), broker, log(broker), new DefaultMessageFactory());
        acceptor.start();
        initiator.start();
        tellPort(data, omsPort);
        new CountDownLatch(1).await();
    }

    private static MessageStoreFactory store(SessionSettings settings) {
        return new FileStoreFactory(settings);
    }

    private static LogFactory log(SessionSettings settings) {
        return new FileLogFactory(settings);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** In the form in which a router says it, so that one reader serves both. */
    private static void tellPort(Path data, int omsPort) throws IOException {
        Path file =
                Files.writeString(data.resolve("run.tmp"), "{\"ports\":{\"oms\":" + omsPort + "}}");
        Files.move(file, data.resolve("run.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private ProxyMain() {}
}
