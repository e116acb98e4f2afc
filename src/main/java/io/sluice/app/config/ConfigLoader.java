package io.sluice.app.config;

import io.sluice.adapter.fix.FixSettingsFile;
import io.sluice.adapter.fix.FixSettingsSession;
import io.sluice.adapter.fix.FixSettingsSide;
import io.sluice.order.Symbol;
import io.sluice.risk.Limits;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a configuration directory as a whole and finds every mistake in it, not only the first.
 * Used once, by one thread.
 */
public final class ConfigLoader {

    private final Path dir;
    private final Mistakes mistakes = new Mistakes();
    private final Overrides overrides;

    private ConfigLoader(Path dir, Map<String, String> overrides) {
        this.dir = dir;
        this.overrides = new Overrides(overrides, mistakes);
    }

    public static Loaded load(Path dir) {
        return load(dir, Map.of());
    }

    /**
     * Reads the files with some values replaced before anything is checked.
     *
     * @param overrides values by dotted path, such as {@code console.port}, {@code
     *     limits.firm.maxOrderQty}, {@code oms.SocketAcceptPort} or {@code
     *     brokers.ALPHA.SocketConnectPort}
     */
    public static Loaded load(Path dir, Map<String, String> overrides) {
        return new ConfigLoader(dir, overrides).load();
    }

    private Loaded load() {
        Optional<FixSettingsFile> oms = fix("oms.cfg", FixSettingsSide.ACCEPTOR, "oms.");
        Optional<FixSettingsFile> brokers =
                fix("brokers.cfg", FixSettingsSide.INITIATOR, "brokers.");
        Optional<InstrumentsFile.Read> instruments =
                text("instruments.csv")
                        .map(it -> InstrumentsFile.read(path("instruments.csv"), it, mistakes));
        References known = references(oms, brokers, instruments);

        Optional<RouterSettings> router =
                yaml("router.yaml")
                        .map(overrides::onRouter)
                        .map(it -> Section.ofFile(it, mistakes))
                        .map(new RouterFile(known, mistakes)::read);
        References all = known.withAccounts(accounts(router));
        Optional<String> limitsText = text("limits.yaml");
        Optional<Limits> limits =
                limitsText
                        .flatMap(it -> YamlReader.read(path("limits.yaml"), it, mistakes))
                        .map(overrides::onLimits)
                        .map(it -> Section.ofFile(it, mistakes))
                        .map(new LimitsFile(all, mistakes)::read);

        oms.ifPresent(it -> checkAccounts(it, all.accounts()));
        router.ifPresent(it -> brokers.ifPresent(file -> warnAboutUnused(file, it)));
        limits.ifPresent(
                it ->
                        instruments.ifPresent(
                                read -> new LimitCoverage(it, all).warn(read.places(), mistakes)));
        return new Loaded(
                config(router, limits, instruments, oms, brokers)
                        .map(it -> it.withLimitsVersion(version(limitsText.orElseThrow()))),
                mistakes.all(),
                mistakes.warnings());
    }

    private String version(String limitsText) {
        return LimitsVersion.of(limitsText, overrides.ofLimits());
    }

    private Optional<Config> config(
            Optional<RouterSettings> router,
            Optional<Limits> limits,
            Optional<InstrumentsFile.Read> instruments,
            Optional<FixSettingsFile> oms,
            Optional<FixSettingsFile> brokers) {
        if (!mistakes.all().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Config(
                        router.orElseThrow(),
                        limits.orElseThrow(),
                        instruments.orElseThrow().instruments(),
                        oms.orElseThrow(),
                        brokers.orElseThrow(),
                        ""));
    }

    private static References references(
            Optional<FixSettingsFile> oms,
            Optional<FixSettingsFile> brokers,
            Optional<InstrumentsFile.Read> instruments) {
        return new References(
                new Known(
                        "OMS session",
                        oms.map(
                                file ->
                                        file.sessions().stream()
                                                .filter(FixSettingsSession::isOms)
                                                .map(FixSettingsSession::compId)
                                                .collect(Collectors.toSet()))),
                new Known("account", Optional.empty()),
                new Known(
                        "symbol",
                        instruments.map(
                                read ->
                                        read.places().keySet().stream()
                                                .map(Symbol::value)
                                                .collect(Collectors.toSet()))),
                brokers);
    }

    private static Known accounts(Optional<RouterSettings> router) {
        return router.map(it -> RouterFile.knownAccounts(it.accounts()))
                .orElse(new Known("account", Optional.empty()));
    }

    private void checkAccounts(FixSettingsFile oms, Known accounts) {
        for (FixSettingsSession session : oms.sessions()) {
            session.defaultAccountEntry()
                    .map(
                            it ->
                                    new Section.Placed<>(
                                            it.value(),
                                            new Place(it.file(), it.line(), it.column()),
                                            session.compId() + "." + it.key(),
                                            it.value().isEmpty()))
                    .ifPresent(it -> accounts.check(it, mistakes));
        }
    }

    private void warnAboutUnused(FixSettingsFile brokers, RouterSettings router) {
        for (FixSettingsSession session : brokers.sessions()) {
            if (router.venues().values().stream()
                    .noneMatch(it -> it.session().equals(session.name()))) {
                mistakes.warn(
                        new Place(session.file(), session.line(), 1),
                        session.compId(),
                        "no venue of router.yaml uses the session");
            }
        }
    }

    private Optional<FixSettingsFile> fix(String name, FixSettingsSide side, String prefix) {
        Optional<FixSettingsFile> file =
                text(name)
                        .map(it -> FixSettingsFile.parse(path(name), side, it, System.getenv()))
                        .map(it -> overrides.on(it, prefix));
        file.ifPresent(
                it -> {
                    it.mistakes().forEach(mistakes::add);
                    it.warnings().forEach(mistakes::warn);
                });
        return file;
    }

    private Optional<Node> yaml(String name) {
        return text(name).flatMap(it -> YamlReader.read(path(name), it, mistakes));
    }

    private String path(String name) {
        return dir.resolve(name).toString();
    }

    private Optional<String> text(String name) {
        Path file = dir.resolve(name);
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            mistakes.add(Mistake.unreadable(file.toString(), "is missing"));
        } catch (AccessDeniedException e) {
            mistakes.add(Mistake.unreadable(file.toString(), "may not be read"));
        } catch (CharacterCodingException e) {
            mistakes.add(Mistake.unreadable(file.toString(), "is not UTF-8 text"));
        } catch (IOException e) {
            mistakes.add(Mistake.unreadable(file.toString(), "cannot be read: " + e.getMessage()));
        }
        return Optional.empty();
    }
}
