package io.sluice.app;

import io.sluice.app.config.Loaded;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Prints every mistake of a configuration. Ends with 0, with 1 on mistakes, with 78 unread. */
@Command(
        name = "check",
        description = "List every mistake in the configuration, with file and line.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

    private static final int MISTAKEN = 1;

    @Mixin private final ConfigOptions config = new ConfigOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Loaded loaded = config.load();
        PrintWriter out = spec.commandLine().getOut();
        loaded.mistakes().forEach(out::println);
        loaded.warnings().forEach(it -> out.println("warning: " + it));
        out.println(verdict(loaded));
        out.flush();
        if (loaded.isUnreadable()) {
            return ExitCode.CONFIG;
        }
        return loaded.mistakes().isEmpty() ? 0 : MISTAKEN;
    }

    private String verdict(Loaded loaded) {
        return "%s: %s, %s"
                .formatted(
                        config.directory(),
                        count(loaded.mistakes().size(), "mistake"),
                        count(loaded.warnings().size(), "warning"));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
