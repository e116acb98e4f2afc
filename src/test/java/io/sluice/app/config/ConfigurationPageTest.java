package io.sluice.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The page that explains the configuration leaves out no key of the stock one. */
class ConfigurationPageTest {

    static Stream<String> keys() {
        return Stream.of("router.yaml", "limits.yaml")
                .flatMap(it -> paths("", tree(it)))
                .map(ConfigurationPageTest::asThePageSaysIt)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void thePageExplainsTheKey(String key) throws IOException {
        assertThat(Files.readString(Path.of("docs/configuration.md"))).contains("`" + key + "`");
    }

    private static Node tree(String name) {
        try {
            String text = Files.readString(Path.of("config", name));
            return YamlReader.read(name, text, new Mistakes()).orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> paths(String path, Node node) {
        return switch (node) {
            case Node.Mapping mapping ->
                    mapping.members().stream()
                            .flatMap(it -> paths(path + "." + it.name(), it.value()));
            case Node.Sequence sequence -> sequence.items().stream().flatMap(it -> paths(path, it));
            case Node.Scalar _ -> Stream.of(path.substring(1));
        };
    }

    private static String asThePageSaysIt(String path) {
        String name = path.replaceFirst("^venues\\.[A-Z]+\\.", "venues.NAME.");
        List<String> heads = List.of("firm.", "oms.", "account.", "symbol.", "routes.");
        boolean byLastWord = heads.stream().anyMatch(name::startsWith);
        return byLastWord ? name.substring(name.lastIndexOf('.') + 1) : name;
    }
}
