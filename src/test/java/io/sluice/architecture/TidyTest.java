package io.sluice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Habits as a test. */
class TidyTest {

    private static final int MAX_FILE_LINES = 400;
    private static final int MAX_METHOD_LINES = 60;
    private static final int MAX_MEDIAN_LINES = 100;

    private static final List<Path> MAIN =
            List.of(Path.of("src/main/java"), Path.of("simulator/src/main/java"));
    private static final Path TEST = Path.of("src/test/java");

    private static final Pattern EMPTY_NAME =
            Pattern.compile(
                    "(Util|Utils|Helper|Manager|Impl|Base|Common|Misc|Data|Info|Processor|Context)"
                            + "\\.java$");
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern LAZY_TEST =
            Pattern.compile("Thread\\.sl" + "eep\\(|@Dis" + "abled");

    /** The head of a method or a constructor as the formatter lays it out. */
    private static final Pattern METHOD_HEAD =
            Pattern.compile(
                    "^( {4}| {8})(?!return|throw|new |else|if|for|while|switch|try)\\S.*\\(.*");

    @Test
    void filesAreShort() {
        assertThat(sources())
                .allSatisfy(it -> assertThat(lines(it)).hasSizeLessThanOrEqualTo(MAX_FILE_LINES));
    }

    @Test
    void theMedianFileIsShorterStill() {
        List<Integer> sizes =
                mainSources().stream().map(source -> lines(source).size()).sorted().toList();

        assertThat(sizes.get(sizes.size() / 2)).isLessThan(MAX_MEDIAN_LINES);
    }

    @Test
    void methodsAreShort() {
        assertThat(
                        sources().stream()
                                .flatMap(source -> longMethods(source, lines(source)).stream()))
                .isEmpty();
    }

    @Test
    void aLongMethodIsSeen() {
        List<String> lines = new ArrayList<>(List.of("class A {", "    void a() {"));
        lines.addAll(Collections.nCopies(MAX_METHOD_LINES, "        work();"));
        lines.addAll(List.of("    }", "}"));

        assertThat(longMethods(Path.of("A.java"), lines)).hasSize(1);
    }

    @Test
    void namesSaySomething() {
        assertThat(sources()).noneMatch(it -> EMPTY_NAME.matcher(it.toString()).find());
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        assertThat(sources().stream().map(Path::getParent).distinct())
                .allSatisfy(it -> assertThat(it.resolve("package-info.java")).exists());
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(sources())
                .filteredOn(it -> it.endsWith("package-info.java"))
                .allSatisfy(it -> assertThat(text(it)).contains("@NullMarked"));
    }

    @Test
    void nothingIsLeftToBeDoneLater() {
        assertThat(sources()).noneMatch(it -> LEFT_OVER.matcher(text(it)).find());
    }

    @Test
    void testsNeitherSleepNorStandStill() {
        assertThat(javaIn(TEST)).noneMatch(it -> LAZY_TEST.matcher(text(it)).find());
    }

    /** From the line of the head to the closing brace in the same column. */
    private static List<String> longMethods(Path source, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (METHOD_HEAD.matcher(lines.get(i)).matches() && !lines.get(i).endsWith(";")) {
                int length = lengthFrom(lines, i);
                if (length > MAX_METHOD_LINES) {
                    found.add(source + ":" + (i + 1) + " has " + length + " lines");
                }
            }
        }
        return found;
    }

    private static int lengthFrom(List<String> lines, int head) {
        String indent = lines.get(head).replaceAll("\\S.*", "");
        for (int i = head + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.equals(indent + "}") || line.equals(indent + "};")) {
                return i - head + 1;
            }
            if (line.startsWith(indent)
                    && line.length() > indent.length()
                    && line.charAt(indent.length()) != ' '
                    && line.charAt(indent.length()) != ')') {
                return 0;
            }
        }
        return 0;
    }

    private static List<Path> sources() {
        return Stream.concat(mainSources().stream(), javaIn(TEST).stream()).toList();
    }

    private static List<Path> mainSources() {
        return MAIN.stream().flatMap(root -> javaIn(root).stream()).toList();
    }

    private static List<Path> javaIn(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(it -> it.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path source) {
        return text(source).lines().toList();
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
