package io.sluice.app;

import io.sluice.adapter.journal.DataLock;
import io.sluice.adapter.journal.JournalTool;
import io.sluice.adapter.store.StoreTool;
import io.sluice.app.config.Config;
import io.sluice.app.config.Loaded;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code store query|rebuild|export|import}: the order book store of a data directory. */
@Command(
        name = "store",
        description = "Ask the order book store, or make it anew.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "query|rebuild|export|import")
final class StoreCommand implements Runnable {

    private final PrintWriter out;

    @Spec private CommandSpec spec = CommandSpec.create();

    StoreCommand(PrintWriter out) {
        this.out = out;
    }

    /** Which store is meant. */
    static final class Place {

        @Mixin private final ConfigOptions options = new ConfigOptions();

        @Option(names = "--data", paramLabel = "DIR", description = "the data directory")
        private List<Path> data = List.of();

        Path data() {
            List<Path> places =
                    data.isEmpty()
                            ? List.of(RouterOptions.DEFAULT_DATA, RouterOptions.DEMO_DATA)
                            : data;
            return places.stream()
                    .filter(place -> Files.isDirectory(place.resolve(Wiring.JOURNAL)))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new CommandFailure(
                                            ExitCode.IO_ERROR, "there is no journal in " + places));
        }

        Config config() {
            Loaded loaded = options.load();
            return loaded.config()
                    .orElseThrow(
                            () ->
                                    new CommandFailure(
                                            ExitCode.CONFIG,
                                            "the configuration in "
                                                    + options.directory()
                                                    + " has mistakes: "
                                                    + loaded.mistakes().getFirst()));
        }

        StoreTool tool() throws IOException {
            return new StoreTool(StoreParts.settings(config(), data()).login());
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say query, rebuild, export or import");
    }

    @Command(name = "query", description = "Ask in SQL; nothing can be changed.")
    int query(
            @Mixin Place place,
            @Option(names = "--json", description = "print the rows as JSON") boolean json,
            @Parameters(paramLabel = "SQL", description = "such as \"SELECT * FROM orders\"")
                    String sql)
            throws IOException {
        StoreTool.Answer answer = place.tool().query(sql);
        out.println((json ? json(answer) : table(answer)).stripTrailing());
        out.flush();
        return ExitCode.OK;
    }

    private static String table(StoreTool.Answer answer) {
        if (answer.columns().isEmpty()) {
            return "no rows";
        }
        Table table = new Table(answer.columns().toArray(String[]::new));
        answer.rows()
                .forEach(
                        row ->
                                table.row(
                                        row.stream()
                                                .map(it -> it.orElse(""))
                                                .toArray(String[]::new)));
        return table.toString();
    }

    private static String json(StoreTool.Answer answer) {
        ArrayNode rows = JsonMapper.shared().createArrayNode();
        for (List<Optional<String>> row : answer.rows()) {
            ObjectNode shown = rows.addObject();
            for (int i = 0; i < row.size(); i++) {
                shown.put(answer.columns().get(i), row.get(i).orElse(null));
            }
        }
        return rows.toPrettyString();
    }

    @Command(
            name = "rebuild",
            description = "Make the store anew from the journal; a running router does it itself.")
    int rebuild(@Mixin Place place) throws IOException {
        Path data = place.data();
        if (RunFile.read(data).filter(RunFile::isAlive).isPresent()) {
            try (RouterClient router = RouterClient.find(List.of(data))) {
                router.post("/api/v1/store/rebuild", "{}");
                out.println("the running router rebuilds it; 'sluice status' shows how far it is");
            }
        } else {
            rebuildAlone(place.config(), data);
        }
        out.flush();
        return ExitCode.OK;
    }

    private void rebuildAlone(Config config, Path data) throws IOException {
        try (DataLock _ = DataLock.acquire(data)) {
            Path journal = data.resolve(Wiring.JOURNAL);
            JournalTool reader = new JournalTool();
            Optional<String> missing =
                    new StoreTool(StoreParts.settings(config, data).login())
                            .rebuild(
                                    frames -> reader.replay(journal, frames),
                                    StoreParts.facts(config),
                                    reader.oldest(journal));
            out.println("rebuilt from " + journal);
            missing.ifPresent(it -> out.println("INCOMPLETE: " + it));
        }
    }

    @Command(name = "export", description = "Write the store as SQL into a file (H2).")
    int exportTo(@Mixin Place place, @Parameters(paramLabel = "FILE") Path file)
            throws IOException {
        place.tool().exportTo(file);
        out.println("exported to " + file);
        out.flush();
        return ExitCode.OK;
    }

    @Command(name = "import", description = "Put an exported store in place of this one (H2).")
    int importFrom(@Mixin Place place, @Parameters(paramLabel = "FILE") Path file)
            throws IOException {
        try (DataLock _ = DataLock.acquire(place.data())) {
            place.tool().importFrom(file);
            out.println("imported from " + file);
            out.flush();
            return ExitCode.OK;
        }
    }
}
