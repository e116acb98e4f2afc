package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.DefaultSessionFactory;
import quickfix.MemoryStoreFactory;
import quickfix.SLF4JLogFactory;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What the check lets pass, QuickFIX/J must take. */
class FixSettingsQuickFixTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("BROKER_PASSWORD", "p", "BROKER_TRUST_PASSWORD", "t");

    @ParameterizedTest
    @CsvSource({"oms.cfg, ACCEPTOR, 3", "brokers.cfg, INITIATOR, 2"})
    void quickFixTakesTheStockSessions(String name, FixSettingsSide side, int count)
            throws IOException, ConfigError {
        FixSettingsFile file = read(side, Files.readString(Path.of("config", name)));

        assertThat(file.mistakes()).isEmpty();
        assertThat(namesOfSessionsMadeFrom(file)).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource("docs/configuration.md")
    void quickFixTakesTheBrokerOfTheDocumentation(Path page) throws IOException, ConfigError {
        String defaults =
                Files.readString(Path.of("config/brokers.cfg")).split("\\[SESSION]", 2)[0];
        FixSettingsFile file = read(FixSettingsSide.INITIATOR, defaults + example(page));

        assertThat(file.mistakes()).isEmpty();
        assertThat(file.warnings()).isEmpty();
        assertThat(namesOfSessionsMadeFrom(file)).containsExactly("FIX.4.4:MYFIRM->BROKER");
    }

    private static FixSettingsFile read(FixSettingsSide side, String text) {
        return FixSettingsFile.parse("f.cfg", side, text, ENVIRONMENT);
    }

    /** The indented block that begins with [SESSION]. */
    private static String example(Path page) throws IOException {
        List<String> lines = Files.readString(page).lines().toList();
        int first = lines.indexOf("       [SESSION]");
        assertThat(first).isPositive();
        return String.join(
                "\n", lines.stream().skip(first).takeWhile(line -> !line.isBlank()).toList());
    }

    private static List<String> namesOfSessionsMadeFrom(FixSettingsFile file) throws ConfigError {
        SessionSettings settings = file.toQuickFix();
        DefaultSessionFactory factory =
                new DefaultSessionFactory(
                        new ApplicationAdapter(),
                        new MemoryStoreFactory(),
                        new SLF4JLogFactory(settings));
        List<String> names = new ArrayList<>();
        for (Iterator<SessionID> ids = settings.sectionIterator(); ids.hasNext(); ) {
            try (Session session = factory.create(ids.next(), settings)) {
                names.add(session.getSessionID().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }
}
