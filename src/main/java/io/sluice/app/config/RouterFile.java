package io.sluice.app.config;

import io.sluice.adapter.fix.FixSettingsSession;
import io.sluice.app.config.RouterSettings.Durability;
import io.sluice.app.config.RouterSettings.EngineSettings;
import io.sluice.app.config.RouterSettings.FixLimits;
import io.sluice.app.config.RouterSettings.HttpSettings;
import io.sluice.app.config.RouterSettings.JournalSettingsYaml;
import io.sluice.app.config.RouterSettings.LogFormat;
import io.sluice.app.config.RouterSettings.LoggingSettings;
import io.sluice.app.config.RouterSettings.TradingDaySettings;
import io.sluice.app.config.RouterSettings.VenueKind;
import io.sluice.app.config.RouterSettings.VenueSettings;
import io.sluice.app.config.RouterSettings.Wait;
import io.sluice.order.Account;
import io.sluice.order.VenueId;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads router.yaml. */
final class RouterFile {

    private static final Format<String> ENVIRONMENT =
            Format.matching("simulation, test or production", "simulation|test|production");
    private static final Format<String> INSTANCE =
            Format.matching("1 to 4 capitals and digits", "[A-Z0-9]{1,4}");
    private static final Format<String> VENUE =
            Format.matching("1 to 16 letters, digits, - and _", "[A-Za-z0-9_-]{1,16}");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private final References references;
    private final Mistakes mistakes;

    RouterFile(References references, Mistakes mistakes) {
        this.references = references;
        this.mistakes = mistakes;
    }

    RouterSettings read(Section file) {
        String environment = file.need("environment", ENVIRONMENT);
        String instance = file.need("instance", INSTANCE);
        Set<Account> accounts = accounts(file);
        TradingDaySettings tradingDay = tradingDay(file.section("tradingDay"));
        JournalSettingsYaml journal = journal(file.section("journal"));
        Map<VenueId, VenueSettings> venues = venues(file.section("venues"));
        RoutesReader routes = new RoutesReader(withAccounts(accounts), venues.keySet(), mistakes);
        RouterSettings settings =
                new RouterSettings(
                        environment,
                        instance,
                        accounts,
                        tradingDay,
                        journal,
                        venues,
                        routes.read(file.sections("routes")),
                        console(file.section("console")),
                        fix(file.section("fix")),
                        engine(file.section("engine")),
                        logging(file.section("logging")),
                        new StoreReader(file.section("store"), mistakes).read());
        file.end();
        return settings;
    }

    private References withAccounts(Set<Account> accounts) {
        return references.withAccounts(knownAccounts(accounts));
    }

    static Known knownAccounts(Set<Account> accounts) {
        return new Known(
                "account",
                Optional.of(accounts.stream().map(Account::value).collect(Collectors.toSet())));
    }

    private static Set<Account> accounts(Section file) {
        Set<Account> accounts = new LinkedHashSet<>();
        file.needList("accounts", Format.ID).forEach(it -> accounts.add(new Account(it.value())));
        return Collections.unmodifiableSet(accounts);
    }

    private static TradingDaySettings tradingDay(Section section) {
        TradingDaySettings settings =
                new TradingDaySettings(
                        section.need("zone", Format.ZONE),
                        section.need("roll", Format.TIME),
                        section.need("daysKept", Format.integer(1, 60)));
        section.end();
        return settings;
    }

    private static JournalSettingsYaml journal(Section section) {
        JournalSettingsYaml settings =
                new JournalSettingsYaml(
                        section.need("durability", Format.word(Durability.class)),
                        section.need("segmentMiB", Format.integer(16, 1024)),
                        section.need("maxBacklogMiB", Format.integer(1, 1024)),
                        section.need("maxBacklogAgeMillis", Format.integer(10, 60_000)),
                        section.need("forceStallSeconds", Format.integer(1, 600)),
                        section.need("snapshotEveryFrames", Format.integer(100, 1_000_000_000)));
        section.end();
        return settings;
    }

    private Map<VenueId, VenueSettings> venues(Section section) {
        Map<VenueId, VenueSettings> venues = new LinkedHashMap<>();
        Map<String, String> usedBy = new HashMap<>();
        section.named(VENUE)
                .forEach(
                        (name, venue) -> {
                            VenueSettings settings = venue(venue, name.value(), usedBy);
                            venues.put(new VenueId(name.value()), settings);
                        });
        return Collections.unmodifiableMap(venues);
    }

    private VenueSettings venue(Section section, String name, Map<String, String> usedBy) {
        Section.Placed<String> session = section.placed("session", Format.ID);
        VenueSettings settings =
                new VenueSettings(
                        section.need("kind", Format.word(VenueKind.class)),
                        sessionName(session),
                        section.need("silentAfterSeconds", Format.integer(1, 3600)),
                        section.need("maxUnsentMillis", Format.integer(1, 600_000)));
        section.end();
        String first = usedBy.putIfAbsent(settings.session(), name);
        if (first != null) {
            mistakes.add(
                    session.place(),
                    session.path(),
                    "session %s is venue %s's already".formatted(session.value(), first));
        }
        return settings;
    }

    /** The whole name of the session in brokers.cfg that router.yaml means. */
    private String sessionName(Section.Placed<String> session) {
        List<FixSettingsSession> found =
                references.brokers().map(it -> it.named(session.value())).orElse(List.of());
        if (found.size() > 1) {
            mistakes.add(
                    session.place(),
                    session.path(),
                    "%s is the name of %d sessions; give a whole name such as %s"
                            .formatted(session.value(), found.size(), found.getFirst().name()));
        }
        if (found.isEmpty()) {
            brokerSessions().check(session, mistakes);
            return session.value();
        }
        return found.getFirst().name();
    }

    private Known brokerSessions() {
        return new Known(
                "session of brokers.cfg",
                references
                        .brokers()
                        .map(
                                it ->
                                        it.sessions().stream()
                                                .map(FixSettingsSession::compId)
                                                .collect(Collectors.toSet())));
    }

    private HttpSettings console(Section section) {
        Section.Placed<String> host = section.placed("host", Format.ID);
        if (!LOOPBACK.contains(host.value())) {
            mistakes.warn(
                    host.place(),
                    host.path(),
                    host.value() + " may be reached from other machines, without TLS");
        }
        HttpSettings settings =
                new HttpSettings(
                        host.value(),
                        section.need("port", Format.integer(0, 65_535)),
                        section.need("metricsToken", Format.YES_OR_NO));
        section.end();
        return settings;
    }

    private static FixLimits fix(Section section) {
        FixLimits settings =
                new FixLimits(
                        section.need("maxMessageBytes", Format.integer(1024, 1_048_576)),
                        section.need("maxExponent", Format.integer(1, 32)),
                        section.need("maxDigits", Format.integer(1, 40)),
                        section.need("laneCapacity", Format.integer(16, 1_048_576)));
        section.end();
        return settings;
    }

    private static LoggingSettings logging(Section section) {
        LoggingSettings settings =
                new LoggingSettings(
                        section.need("format", Format.word(LogFormat.class)),
                        section.need("orders", Format.YES_OR_NO));
        section.end();
        return settings;
    }

    private static EngineSettings engine(Section section) {
        EngineSettings settings = new EngineSettings(section.need("wait", Format.word(Wait.class)));
        section.end();
        return settings;
    }
}
