package io.sluice.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The command line: {@code sluice bench COMMAND}. */
@Command(
        name = "sluice bench",
        description = "Measurements.",
        mixinStandardHelpOptions = true,
        subcommands = {HelpCommand.class, PeersCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {

    @Spec private final CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        CommandLine commands =
                new CommandLine(new Main())
                        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(commands.execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
