package io.sluice.app.config;

import io.sluice.adapter.store.StoreSettings.Login;
import io.sluice.order.Account;
import io.sluice.order.VenueId;
import io.sluice.routing.RoutingRule;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What router.yaml says.
 *
 * @param environment simulation, test or production
 * @param instance 1 to 4 capitals and digits: the beginning of every id the router makes
 * @param accounts the accounts that limits, rules and sessions may name
 */
public record RouterSettings(
        String environment,
        String instance,
        Set<Account> accounts,
        TradingDaySettings tradingDay,
        JournalSettingsYaml journal,
        Map<VenueId, VenueSettings> venues,
        List<RoutingRule> routes,
        HttpSettings console,
        FixLimits fix,
        EngineSettings engine,
        LoggingSettings logging,
        StoreSection store) {

    /**
     * When one trading day ends and the next begins.
     *
     * @param daysKept how many trading days a finished order stays in memory
     */
    public record TradingDaySettings(ZoneId zone, LocalTime roll, int daysKept) {}

    /** What must have happened before the router believes that something is written. */
    public enum Durability {
        /** It is forced to the disk: survives a power cut. */
        DISK,
        /** It is with the operating system: survives the end of the process, not of the machine. */
        PROCESS
    }

    /** How the journal is written, and how much of it may wait. */
    public record JournalSettingsYaml(
            Durability durability,
            int segmentMiB,
            int maxBacklogMiB,
            int maxBacklogAgeMillis,
            int forceStallSeconds,
            int snapshotEveryFrames) {}

    /** How a venue is reached. */
    public enum VenueKind {
        FIX
    }

    /**
     * One venue.
     *
     * @param session its whole name in brokers.cfg, such as {@code FIX.4.4:SLUICE->ALPHA}
     * @param silentAfterSeconds how long an answer may take before the order counts as unknown
     * @param maxUnsentMillis how long an order may wait unsent before it is not sent any more
     */
    public record VenueSettings(
            VenueKind kind, String session, int silentAfterSeconds, int maxUnsentMillis) {}

    /**
     * Where the console and the API listen; port 0 asks for a free one.
     *
     * @param metricsToken whether /metrics wants the token, as the API does
     */
    public record HttpSettings(String host, int port, boolean metricsToken) {}

    /** How a line of the log is written. */
    public enum LogFormat {
        /** For people. */
        TEXT,
        /** For programs: an object a line. */
        JSON
    }

    /**
     * What is written for people.
     *
     * @param orders whether every order, fill, denial, reject and cancel has a line
     */
    public record LoggingSettings(LogFormat format, boolean orders) {}

    /**
     * How much of a FIX message the router takes.
     *
     * @param maxExponent the most digits behind the point, or zeros before it, of a number
     * @param maxDigits the most digits of a number
     * @param laneCapacity how many messages of a session may wait for the engine
     */
    public record FixLimits(
            int maxMessageBytes, int maxExponent, int maxDigits, int laneCapacity) {}

    /** How the engine waits for work. */
    public enum Wait {
        PARK,
        SPIN
    }

    /**
     * The order book store.
     *
     * @param login of a database of one's own; absent for the one in the data directory
     * @param batchFrames the most frames of the journal that become one transaction
     * @param batchMillis how long the first of them waits for others
     */
    public record StoreSection(
            boolean enabled, Optional<Login> login, int batchFrames, int batchMillis) {}

    /** How the engine's thread runs. */
    public record EngineSettings(Wait waiting) {}
}
