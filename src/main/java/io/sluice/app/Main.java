package io.sluice.app;

import io.sluice.app.demo.DemoCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;

/** The command line: {@code sluice COMMAND}. */
@Command(
        name = "sluice",
        description = "A FIX order router: risk-gated, journaled, restartable.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The launcher adds: test (build and run all tests), format (the sources),",
            "simulate broker|oms|dropcopy (counterparties to play against).",
            "",
            "Exit codes: 0 done, 1 the answer is no, 2 wrong command line, 3 a kill is not",
            "confirmed, 69 no router running, 70 a bug, 73 a file cannot be made,",
            "74 input/output, 77 no permission, 78 configuration."
        })
public final class Main implements Runnable {

    @Spec private final CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        CommandLine commands =
                commandLine(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(commands.execute(args));
    }

    /** Every command, writing to these. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .addSubcommand(new RunCommand())
                .addSubcommand(new CheckCommand())
                .addSubcommand(new StatusCommand(out))
                .addSubcommand(new OrdersCommand(out))
                .addSubcommand(new OrderCommand(out))
                .addSubcommand(new ExecutionsCommand(out))
                .addSubcommand(new SessionsCommand(out))
                .addSubcommand(new PositionsCommand(out))
                .addSubcommand(new LimitsCommand(out))
                .addSubcommand(new CancelCommand(out))
                .addSubcommand(new KillCommand(out))
                .addSubcommand(new RearmCommand(out))
                .addSubcommand(new StopCommand(out))
                .addSubcommand(new JournalCommand(out))
                .addSubcommand(new BackupCommand(out))
                .addSubcommand(new StoreCommand(out))
                .addSubcommand(new DemoCommand(out))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, _) -> misused(e))
                .setExecutionExceptionHandler((e, command, _) -> failed(e, command));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command was given");
    }

    private static int misused(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("sluice: " + text(e));
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCode.USAGE;
    }

    private static String text(ParameterException e) {
        boolean atRoot = e.getCommandLine().getParent() == null;
        if (atRoot
                && e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().getFirst().startsWith("-")) {
            return "unknown command '" + unmatched.getUnmatched().getFirst() + "'";
        }
        return String.valueOf(e.getMessage());
    }

    /** The top of every command. */
    private static int failed(Exception e, CommandLine command) {
        PrintWriter err = command.getErr();
        switch (e) {
            case CommandFailure failure -> err.println("sluice: " + failure.getMessage());
            case FileSystemException failure -> err.println("sluice: " + failure);
            case IOException failure -> err.println("sluice: " + failure.getMessage());
            default -> {
                err.println("sluice: this is a bug: " + e);
                e.printStackTrace(err);
            }
        }
        err.flush();
        return switch (e) {
            case CommandFailure failure -> failure.exitCode();
            case IOException _ -> ExitCode.IO_ERROR;
            default -> ExitCode.SOFTWARE;
        };
    }
}
