package io.sluice.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class YamlReaderTest {

    private final Mistakes mistakes = new Mistakes();

    private Optional<Node> read(String text) {
        return YamlReader.read("f.yaml", text, mistakes);
    }

    @Test
    void everyNodeKnowsWhereItStands() {
        Node.Mapping root = (Node.Mapping) read("a: 1\nb:\n  - x\n  - {c: true}\n").orElseThrow();

        Node.Sequence list = (Node.Sequence) root.member("b").orElseThrow().value();
        Node.Mapping inner = (Node.Mapping) list.items().get(1);
        assertThat(root.member("b").orElseThrow().place()).isEqualTo(new Place("f.yaml", 2, 1));
        assertThat(list.items().get(0).place()).isEqualTo(new Place("f.yaml", 3, 5));
        assertThat(inner.member("c").orElseThrow().value())
                .isEqualTo(new Node.Scalar(new Place("f.yaml", 4, 9), Node.Kind.BOOLEAN, "true"));
        assertThat(mistakes.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [1, 2\nb: 3\n",
                "a: \"open\nb: 3\n",
                "a:\n\t- x\n",
                "a: 1\n  b: 2\n",
                "{[a]: b}",
                "a: %x",
            })
    void whatIsNotYamlIsToldWithItsPlace(String text) {
        assertThat(read(text)).isEmpty();
        assertThat(mistakes.all())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.line()).isPositive();
                            assertThat(it.message()).startsWith("is not YAML: ");
                        });
    }

    @Test
    void theReasonNamesWhatWasReadAndWhatIsWrong() {
        read("a: \"open\nb: 3\n");

        assertThat(mistakes.all())
                .containsExactly(
                        new Mistake(
                                "f.yaml",
                                3,
                                1,
                                "yaml",
                                "is not YAML: while scanning a quoted scalar, found unexpected end"
                                        + " of stream"));
    }

    @Test
    void anEmptyFileIsAMistake() {
        assertThat(read("# nothing\n")).isEmpty();
        assertThat(mistakes.all()).containsExactly(new Mistake("f.yaml", 1, 1, "yaml", "is empty"));
    }

    @Test
    void aSecondDocumentIsAMistake() {
        read("a: 1\n---\nb: 2\n");

        assertThat(mistakes.all())
                .extracting(Mistake::message)
                .containsExactly("holds a second document");
    }

    @Test
    void anAliasIsAMistake() {
        read("a: &x 1\nb: *x\n");

        assertThat(mistakes.all())
                .containsExactly(new Mistake("f.yaml", 2, 4, "b", "aliases are not taken: *x"));
    }

    @Test
    void nestingWithoutEndIsAMistakeAndNotACrash() {
        assertThat(read("[".repeat(100_000))).isEmpty();
        assertThat(mistakes.all()).hasSize(1);
    }

    @Test
    void numbersKeepTheirDigits() {
        Node.Mapping root = (Node.Mapping) read("a: 10.00\nb: 007\n").orElseThrow();

        assertThat(root.members())
                .extracting(it -> it.value().shown())
                .containsExactly("10.00", "007");
    }
}
