package io.sluice.app;

import io.sluice.adapter.journal.JournalTool;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code journal verify|print}: looks at a journal, also while a router writes it. */
@Command(
        name = "journal",
        description = "Look at the journal of a data directory; a running router does not mind.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "verify|print")
final class JournalCommand implements Runnable {

    private final PrintWriter out;

    @Spec private CommandSpec spec = CommandSpec.create();

    JournalCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say verify or print");
    }

    @Command(
            name = "verify",
            description = "Read every frame and check it; 1 when there is damage.")
    int verify(
            @Option(names = "--data", paramLabel = "DIR", description = "the data directory")
                    List<Path> data)
            throws IOException {
        Path journal = find(data);
        JournalTool.Report report = new JournalTool().verify(journal);
        out.printf("%s: %d segments, %d frames%n", journal, report.segments(), report.frames());
        report.first().ifPresent(it -> out.println("first  " + text(it)));
        report.last().ifPresent(it -> out.println("last   " + text(it)));
        out.println("durable up to " + report.durable());
        if (report.unfinishedBytes() > 0) {
            out.println(
                    report.unfinishedBytes()
                            + " bytes after the last whole frame: being written, or torn");
        }
        out.println(report.damage().map(it -> "DAMAGED: " + it).orElse("no damage"));
        out.flush();
        return report.damage().isPresent() ? ExitCode.NO : ExitCode.OK;
    }

    private static String text(JournalTool.Place place) {
        return "position %d, epoch %d, %s".formatted(place.position(), place.epoch(), place.at());
    }

    @Command(name = "print", description = "Print what the frames keep, one entry a line.")
    int print(
            @Option(names = "--data", paramLabel = "DIR", description = "the data directory")
                    List<Path> data,
            @Option(
                            names = "--from",
                            paramLabel = "POSITION",
                            defaultValue = "0",
                            description = "the first position to print")
                    long from,
            @Option(
                            names = "--count",
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "frames to print (default: 100)")
                    long count)
            throws IOException {
        new JournalTool().print(find(data), from, count, out);
        out.flush();
        return ExitCode.OK;
    }

    private static Path find(List<Path> data) throws IOException {
        return findData(data).resolve(Wiring.JOURNAL);
    }

    /** The first of the data directories that has a journal. */
    static Path findData(List<Path> data) throws IOException {
        List<Path> places =
                data == null || data.isEmpty()
                        ? List.of(RouterOptions.DEFAULT_DATA, RouterOptions.DEMO_DATA)
                        : data;
        for (Path place : places) {
            if (Files.isDirectory(place.resolve(Wiring.JOURNAL))) {
                return place;
            }
        }
        throw new IOException("There is no journal in " + places);
    }
}
