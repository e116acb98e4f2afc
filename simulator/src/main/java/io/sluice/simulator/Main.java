package io.sluice.simulator;

import io.sluice.simulator.broker.BrokerCommand;
import io.sluice.simulator.dropcopy.DropCopyCommand;
import io.sluice.simulator.oms.OmsCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entrance of the simulators: {@code simulate broker|oms|dropcopy}. */
@Command(
        name = "simulate",
        description = "Counterparties to play against, on real FIX.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BrokerCommand.class,
            OmsCommand.class,
            DropCopyCommand.class,
        })
public final class Main {

    public static void main(String[] args) {
        QuietLog.warningsOnly();
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
