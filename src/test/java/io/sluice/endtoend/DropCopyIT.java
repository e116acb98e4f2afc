package io.sluice.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.adapter.fix.FixFields;
import io.sluice.app.RunningRouter;
import io.sluice.app.config.Config;
import io.sluice.app.config.ConfigLoader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies to a FIX engine that checks them against its dictionary, over runs of a whole router. */
@Timeout(120)
class DropCopyIT {

    private static final String DROP_SESSION =
            """
            [SESSION]
            TargetCompID=DROP44
            SluiceRole=dropcopy
            """;

    private Path dir = Path.of("");
    private FixPeer oms;
    private FixPeer drop;
    private int sent;

    @BeforeEach
    void thereIsRoom(@TempDir Path temporary) throws IOException {
        dir = temporary;
        oms = new FixPeer("OMS44");
        drop = new FixPeer("DROP44");
    }

    @AfterEach
    void leave() {
        oms.close();
        drop.close();
    }

    @Test
    void copiesOfAnAbsenceArriveAfterARestart() throws Exception {
        Config config = Routers.config(Map.of());
        List<String> told = new ArrayList<>();
        List<String> copied = new ArrayList<>();
        try (RunningRouter router = RunningRouter.start(config, dir.resolve("data"))) {
            told.addAll(tells(router, 20));
            drop.connect(router.omsPort());
            copied.addAll(copies(20));
            drop.logOut();
            told.addAll(tells(router, 20));
        }
        try (RunningRouter router = RunningRouter.start(config, dir.resolve("data"))) {
            told.addAll(tells(router, 20));
            drop.connect(router.omsPort());
            copied.addAll(copies(40));
            told.addAll(tells(router, 5));
            copied.addAll(copies(5));

            drop.settle();
            assertThat(drop.next()).isEmpty();
            assertThat(copied).isEqualTo(told);
        }
    }

    @Test
    void aReaderThatIsNewBeginsWithTheRunThatFirstKnowsIt() throws Exception {
        Path without = configWith("");
        Path with = configWith(DROP_SESSION);
        try (RunningRouter router = start(without)) {
            tells(router, 3);
        }
        List<String> told;
        try (RunningRouter router = start(with)) {
            told = tells(router, 3);
        }
        try (RunningRouter router = start(with)) {
            drop.connect(router.omsPort());

            assertThat(copies(3)).isEqualTo(told);
        }
    }

    @Test
    void aReaderCannotBecomeAnOms() throws Exception {
        try (RunningRouter router = start(configWith(DROP_SESSION))) {
            tells(router, 1);
        }

        Path asOms = configWith(DROP_SESSION.replace("dropcopy", "oms"));

        assertThatThrownBy(() -> start(asOms).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SLUICE->DROP44 was a drop copy: it cannot be an OMS");
    }

    private RunningRouter start(Path config) throws IOException {
        return RunningRouter.start(
                ConfigLoader.load(config, Routers.overrides(Map.of())).config().orElseThrow(),
                dir.resolve("data"));
    }

    private Path configWith(String session) throws IOException {
        Path copy = Files.createTempDirectory(dir, "config");
        try (Stream<Path> files = Files.list(Routers.CONFIG)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        String stock = Files.readString(Routers.CONFIG.resolve("oms.cfg"));
        assertThat(stock).contains(DROP_SESSION);
        Files.writeString(copy.resolve("oms.cfg"), stock.replace(DROP_SESSION, session));
        return copy;
    }

    /** Denials of orders for what nobody knows: their ExecIDs. */
    private List<String> tells(RunningRouter router, int count) throws Exception {
        List<String> told = new ArrayList<>();
        oms.connect(router.omsPort());
        for (int i = 0; i < count; i++) {
            sent++;
            oms.send("D", "11=C" + sent + "|55=NOWHERE|54=1|38=1|40=1|60=20260302-09:00:00");
            told.add(execId(oms.hears("a denial", it -> it.has(103))));
        }
        oms.logOut();
        return told;
    }

    private List<String> copies(int count) {
        List<String> copied = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            copied.add(execId(drop.hears("a copy", DropCopyIT::isCopy)));
        }
        return copied;
    }

    private static boolean isCopy(FixFields message) {
        return message.find(35).orElseThrow().equals("8")
                && message.find(797).orElse("").equals("Y")
                && message.find(115).orElse("").equals("OMS44")
                && !message.has(97);
    }

    private static String execId(FixFields report) {
        return report.find(17).orElseThrow();
    }
}
