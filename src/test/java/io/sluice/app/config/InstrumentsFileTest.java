package io.sluice.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class InstrumentsFileTest {

    private final Mistakes mistakes = new Mistakes();

    private List<String> mistakesOf(String text) {
        InstrumentsFile.read("i.csv", text, mistakes);
        return mistakes.all().stream().map(Mistake::toString).toList();
    }

    private List<String> mistakesOfLine(String line) {
        return mistakesOf(InstrumentsFile.HEADER + "\n" + line + "\n");
    }

    @Test
    void commentsAndEmptyLinesAreSkipped() {
        assertThat(mistakesOf("# c\n\n" + InstrumentsFile.HEADER + "\n# c\nA,B,1,1,USD,1,5\n"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "A,A,0,1,USD,1,5; 5; A.tick; above 0; 0",
                "A,A,-0.01,1,USD,1,5; 5; A.tick; above 0; -0.01",
                "A,A,1,0,USD,1,5; 7; A.lot; above 0; 0",
                "A,A,1,1,USD,0,5; 13; A.multiplier; above 0; 0",
                "A,A,1,1,USD,1,0; 15; A.referencePrice; above 0; 0",
                "A,A,1,1,USD,1,1e400; 15; A.referencePrice; above 0; 1e400",
                "A,A,1,1,USD,1,NaN; 15; A.referencePrice; above 0; NaN",
                "A,A,x,1,USD,1,5; 5; A.tick; above 0; x",
                "A,A,1,,USD,1,5; 7; A.lot; above 0; an empty text",
            })
    void aWrongNumberIsToldWithItsLineAndColumn(
            String line, int column, String path, String rule, String was) {
        assertThat(mistakesOfLine(line))
                .containsExactly(
                        "i.csv:2:%d: %s: must be a number %s, at most 15 digits and 15 decimals,"
                                        .formatted(column, path, rule)
                                + " was "
                                + was);
    }

    @Test
    void theReferencePriceIsOnATick() {
        assertThat(mistakesOfLine("A,A,0.05,1,USD,1,5.02"))
                .containsExactly(
                        "i.csv:2:18: A.referencePrice: must be a multiple of tick 0.05, was 5.02");
    }

    @Test
    void aCurrencyHasThreeCapitals() {
        assertThat(mistakesOfLine("A,A,1,1,usd,1,5"))
                .containsExactly(
                        "i.csv:2:9: A.currency: must be a currency of three capitals such as USD,"
                                + " was usd");
    }

    @Test
    void aSymbolStandsOnce() {
        assertThat(mistakesOfLine("A,A,1,1,USD,1,5\nB,B,1,1,USD,1,5\nA,C,1,1,USD,1,5"))
                .containsExactly("i.csv:4:1: A: stands at line 2 already");
    }

    @Test
    void quotesAreNotPartOfASymbol() {
        assertThat(mistakesOfLine("\"A\",A,1,1,USD,1,5"))
                .containsExactly(
                        "i.csv:2:1: \"A\".symbol: must be 1 to 64 printable characters without"
                                + " spaces, commas and quotes, was \"A\"");
    }

    @Test
    void everyLineHasAllValues() {
        assertThat(mistakesOfLine("A,A,1,1,USD,1"))
                .containsExactly("i.csv:2:1: line: must have 7 values, was 6: A,A,1,1,USD,1");
    }

    @Test
    void theHeaderIsTheFirstLine() {
        assertThat(mistakesOf("symbol,tick\nA,A,1,1,USD,1,5\n"))
                .containsExactly(
                        "i.csv:1:1: header: must be "
                                + InstrumentsFile.HEADER
                                + ", was symbol,tick");
        assertThat(mistakesOf(""))
                .contains("i.csv:1:1: header: is missing: " + InstrumentsFile.HEADER);
    }

    @Test
    void aFileWithoutInstrumentsIsAMistake() {
        assertThat(mistakesOf(InstrumentsFile.HEADER))
                .containsExactly("i.csv:1:1: symbol: is missing: no instrument is listed");
    }
}
