package io.sluice.app;

import io.sluice.app.config.ConfigLoader;
import io.sluice.app.config.Loaded;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Prints every mistake of a configuration. Ends with 0, with 1 on mistakes, with 78 unread. */
@Command(
        name = "check",
        description = "List every mistake in the configuration, with file and line.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

    private static final int MISTAKEN = 1;

    /** EX_CONFIG of sysexits.h. */
    private static final int UNREADABLE = 78;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            defaultValue = "config",
            description = "Where the configuration is (default: ${DEFAULT-VALUE}).")
    private Path config = Path.of("config");

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "A value instead of the one in the files, such as console.port=0.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Loaded loaded = ConfigLoader.load(config, overrides);
        PrintWriter out = spec.commandLine().getOut();
        loaded.mistakes().forEach(out::println);
        loaded.warnings().forEach(it -> out.println("warning: " + it));
        out.println(verdict(loaded));
        out.flush();
        if (loaded.isUnreadable()) {
            return UNREADABLE;
        }
        return loaded.mistakes().isEmpty() ? 0 : MISTAKEN;
    }

    private String verdict(Loaded loaded) {
        return "%s: %s, %s"
                .formatted(
                        config,
                        count(loaded.mistakes().size(), "mistake"),
                        count(loaded.warnings().size(), "warning"));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
