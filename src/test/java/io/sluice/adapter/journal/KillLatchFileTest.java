package io.sluice.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.order.Command.Kill;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

class KillLatchFileTest {

    private static final Path DATA = Path.of("/data");
    private static final Path FILE = DATA.resolve(KillLatchFile.NAME);

    private final MemoryDisk disk = new MemoryDisk();

    private KillLatchFile open() throws IOException {
        return KillLatchFile.open(disk, DATA);
    }

    private static Kill kill(String id) {
        return new Kill(
                new KillId(id),
                KillScope.parse("oms:OMS44"),
                KillMode.BLOCK_AND_CANCEL,
                "a \"quoted\" reason",
                "ann");
    }

    @Test
    void aKillIsThereAfterThePowerIsLost() throws IOException {
        KillLatchFile latch = open();
        latch.keep(kill("K1"));
        latch.keep(kill("K2"));

        MemoryDisk after = disk.afterCrash(new Random(1));

        assertThat(KillLatchFile.open(after, DATA).kept()).containsExactly(kill("K1"), kill("K2"));
    }

    @Test
    void whatWasDroppedIsGone() throws IOException {
        KillLatchFile latch = open();
        latch.keep(kill("K1"));
        latch.keep(kill("K2"));
        latch.drop(List.of(new KillId("K1"), new KillId("NOBODYS")));

        assertThat(open().kept()).containsExactly(kill("K2"));
    }

    @Test
    void theSameKillIsKeptOnce() throws IOException {
        KillLatchFile latch = open();
        latch.keep(kill("K1"));
        latch.keep(kill("K1"));

        assertThat(open().kept()).hasSize(1);
    }

    @Test
    void aFullDiskKeepsNoKillOut() throws IOException {
        KillLatchFile latch = open();
        disk.leaveFree(0);
        latch.keep(kill("K1"));

        assertThat(open().kept()).containsExactly(kill("K1"));
    }

    @Test
    void aTornLineIsLeftOutAndTheNextOneStands() throws IOException {
        open().keep(kill("K1"));
        byte[] bytes = disk.bytes(FILE);
        byte[] torn = "{\"killId\":\"K2\",\"sco".getBytes(StandardCharsets.UTF_8);
        int end = new String(bytes, StandardCharsets.UTF_8).indexOf(0);
        System.arraycopy(torn, 0, bytes, end, torn.length);
        disk.replace(FILE, bytes);

        open().keep(kill("K3"));

        assertThat(open().kept()).containsExactly(kill("K1"), kill("K3"));
    }

    @Test
    void roomOfWhatWasDroppedIsUsedAgain() throws IOException {
        KillLatchFile latch = open();
        for (int i = 0; i < 10_000; i++) {
            latch.keep(kill("K" + i));
            latch.drop(List.of(new KillId("K" + i)));
        }
        latch.keep(kill("LAST"));

        assertThat(open().kept()).containsExactly(kill("LAST"));
    }

    @Test
    void aLatchFullOfStandingKillsSaysSo() throws IOException {
        KillLatchFile latch = open();

        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 10_000; i++) {
                                latch.keep(kill("K" + i));
                            }
                        })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is full");
    }
}
