package io.sluice.app;

import io.sluice.app.config.Config;
import io.sluice.app.config.Loaded;
import io.sluice.app.logging.LogOutput;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code run}: the router. All that it writes is under the data directory. */
@Command(
        name = "run",
        description = "Run the router until it is stopped.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {

    @Mixin private final ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Where everything is written (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Loaded loaded = config.load();
        loaded.mistakes().forEach(err::println);
        loaded.warnings().forEach(it -> err.println("warning: " + it));
        err.flush();
        Optional<Config> checked = loaded.config();
        if (checked.isEmpty()) {
            err.println(
                    "sluice: the configuration in "
                            + config.directory()
                            + " has mistakes; not started");
            return ExitCode.CONFIG;
        }
        return run(checked.get(), err);
    }

    private int run(Config checked, PrintWriter err) throws InterruptedException {
        LogOutput.use(checked.router().logging().format());
        try (RunningRouter router = RunningRouter.start(checked, data)) {
            Runtime.getRuntime().addShutdownHook(new Thread(router::close, "stop"));
            spec.commandLine().getOut().println(router.greeting());
            spec.commandLine().getOut().flush();
            router.awaitStop();
            return ExitCode.OK;
        } catch (FileSystemException e) {
            err.println("sluice: not started: " + e.getFile() + ": " + why(e));
            return ExitCode.CANNOT_CREATE;
        } catch (IOException e) {
            err.println("sluice: not started: " + e.getMessage());
            return ExitCode.CANNOT_CREATE;
        }
    }

    /** Java tells some reasons by the class only. */
    private static String why(FileSystemException e) {
        return switch (e) {
            case AccessDeniedException _ -> "may not be read or written";
            case NoSuchFileException _ -> "does not exist and cannot be made";
            case FileAlreadyExistsException _ -> "is a file where a directory must be";
            default -> Optional.ofNullable(e.getReason()).orElse(e.toString());
        };
    }
}
