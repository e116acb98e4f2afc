package io.sluice.simulator.dropcopy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class NumberingTest {

    @TempDir private Path directory = Path.of("");

    @Test
    void aNewDirectoryBeginsAnew() throws IOException {
        assertThat(Numbering.open(directory, false).isResetPending()).isTrue();
    }

    @Test
    void numbersThatAreThereAreGoneOnWith() throws IOException {
        storeNumbers();

        Numbering numbering = Numbering.open(directory, false);

        assertThat(numbering.isResetPending()).isFalse();
        assertThat(numbering.store()).isNotEmptyDirectory();
    }

    @Test
    void aLossHoldsUntilALogonHasMendedIt() throws IOException {
        storeNumbers();
        Numbering.open(directory, true);
        storeNumbers();

        Numbering killedBeforeTheLogon = Numbering.open(directory, false);

        assertThat(killedBeforeTheLogon.isResetPending()).isTrue();
        assertThat(killedBeforeTheLogon.store()).isEmptyDirectory();

        storeNumbers();
        killedBeforeTheLogon.resetDone();

        assertThat(Numbering.open(directory, false).isResetPending()).isFalse();
    }

    private void storeNumbers() throws IOException {
        Files.createDirectories(directory.resolve("fix"));
        Files.writeString(directory.resolve("fix/x.senderseqnums"), "7");
    }
}
