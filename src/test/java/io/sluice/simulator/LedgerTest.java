package io.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class LedgerTest {

    @TempDir private Path folder = Path.of("");

    private Path file = folder;

    @BeforeEach
    void inANewFolder() {
        file = folder.resolve("data").resolve("ledger.jsonl");
    }

    @Test
    void aLineIsInTheFileWhenAppendReturns() throws IOException {
        try (Ledger ledger = Ledger.open(file)) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("t", "exec");
            line.put("lastQty", "100");
            line.put("repeat", true);

            ledger.append(line);

            assertThat(file).hasContent("{\"t\":\"exec\",\"lastQty\":\"100\",\"repeat\":true}");
        }
    }

    @Test
    void aReopenedLedgerGoesOnWhereItEnded() throws IOException {
        append("1");
        append("2");

        assertThat(numbers()).containsExactly("1", "2");
    }

    @Test
    void aLineThatWasNotFinishedIsCut() throws IOException {
        append("1");
        Files.writeString(file, "{\"n\":\"2", StandardOpenOption.APPEND);

        append("3");

        assertThat(numbers()).containsExactly("1", "3");
    }

    @Test
    void aLedgerInUseIsRefused() throws IOException {
        try (Ledger _ = Ledger.open(file)) {
            assertThatThrownBy(() -> Ledger.open(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use")
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void aMissingLedgerHasNoLines() throws IOException {
        assertThat(numbers()).isEmpty();
    }

    private void append(String number) throws IOException {
        try (Ledger ledger = Ledger.open(file)) {
            ledger.append(List.of(Map.of("n", number)));
        }
    }

    private List<String> numbers() throws IOException {
        List<String> numbers = new ArrayList<>();
        Ledger.read(file, line -> numbers.add(line.path("n").asString()));
        return numbers;
    }
}
