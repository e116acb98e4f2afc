import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks or rewrites the format of all Java sources: {@code Format check|write ROOT}. */
final class Format {

    private static final List<String> SOURCES =
            List.of("src", "simulator/src", "bench/src", ".format");

    public static void main(String[] args) throws IOException, FormatterException {
        boolean write = args[0].equals("write");
        Path root = Path.of(args[1]);
        int different = 0;

        for (String folder : SOURCES) {
            for (Path source : sources(root.resolve(folder))) {
                different += visit(source, write) ? 1 : 0;
            }
        }
        if (different > 0 && !write) {
            System.err.println(different + " files are not formatted. Run: ./sluice format");
            System.exit(1);
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    /** Whether the file was not formatted. */
    private static boolean visit(Path source, boolean write)
            throws IOException, FormatterException {
        String text = Files.readString(source);
        String formatted = formatted(text);
        if (text.equals(formatted)) {
            return false;
        }
        if (write) {
            Files.writeString(source, formatted);
        } else {
            System.err.println("Not formatted: " + source);
        }
        return true;
    }

    private static String formatted(String text) throws FormatterException {
        JavaFormatterOptions options =
                JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build();
        String imports =
                ImportOrderer.reorderImports(
                        RemoveUnusedImports.removeUnusedImports(text),
                        JavaFormatterOptions.Style.AOSP);
        return new Formatter(options).formatSource(imports);
    }
}
