package io.sluice.app;

import io.sluice.adapter.fix.FixSettingsSession;
import io.sluice.adapter.store.LimitSheet;
import io.sluice.adapter.store.LimitSheet.Line;
import io.sluice.adapter.store.StorePassword;
import io.sluice.adapter.store.StoreSettings;
import io.sluice.app.config.Config;
import io.sluice.app.config.RouterSettings.StoreSection;
import io.sluice.order.Qty;
import io.sluice.port.SessionStatus.Role;
import io.sluice.risk.LimitSet;
import io.sluice.risk.Limits;
import io.sluice.risk.Scope;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the order book store must know of the configuration. */
final class StoreParts {

    /** The store that a configuration and a data directory mean. */
    static StoreSettings settings(Config config, Path data) throws IOException {
        StoreSection section = config.router().store();
        return new StoreSettings(
                login(section, data),
                new StoreSettings.Batch(
                        section.batchFrames(), Duration.ofMillis(section.batchMillis())));
    }

    private static StoreSettings.Login login(StoreSection section, Path data) throws IOException {
        return section.login().isPresent()
                ? section.login().get()
                : new StoreSettings.Login(
                        StoreSettings.localUrl(data),
                        StoreSettings.USER,
                        StorePassword.readOrCreate(data));
    }

    static StoreSettings.Facts facts(Config config) {
        Map<String, String> roles = new HashMap<>();
        for (FixSettingsSession session : config.oms().sessions()) {
            Role role = session.isOms() ? Role.OMS : Role.DROP_COPY;
            roles.put(session.name(), role.name());
        }
        for (FixSettingsSession session : config.brokers().sessions()) {
            roles.put(session.name(), Role.BROKER.name());
        }
        return new StoreSettings.Facts(sheet(config.limits()), Map.copyOf(roles));
    }

    /** The limits in force, whatever file or option set them. */
    static LimitSheet sheet(Limits limits) {
        List<Line> lines = new ArrayList<>();
        add(lines, Scope.FIRM, limits.firm());
        limits.oms().forEach((oms, set) -> add(lines, Scope.of(oms), set));
        limits.account().forEach((account, set) -> add(lines, Scope.of(account), set));
        limits.symbol().forEach((symbol, set) -> add(lines, Scope.of(symbol), set));
        limits.restricted()
                .forEach(it -> lines.add(new Line(Scope.of(it).toString(), "restricted", "true")));
        lines.sort(Comparator.comparing(Line::scope).thenComparing(Line::check));
        return new LimitSheet(hash(lines), List.copyOf(lines));
    }

    private static void add(List<Line> lines, Scope scope, LimitSet set) {
        add(lines, scope, "maxOrderQty", set.maxOrderQty().map(Qty::toString));
        add(lines, scope, "maxOrderNotional", set.maxOrderNotional().map(StoreParts::plain));
        add(lines, scope, "priceCollarPercent", set.priceCollarPercent().map(StoreParts::plain));
        add(lines, scope, "maxOpenOrders", set.maxOpenOrders().map(String::valueOf));
        add(lines, scope, "maxPosition", set.maxPosition().map(Qty::toString));
        add(lines, scope, "maxDailyLoss", set.maxDailyLoss().map(StoreParts::plain));
        add(lines, scope, "maxOrdersPerSecond", set.maxOrdersPerSecond().map(String::valueOf));
    }

    private static void add(List<Line> lines, Scope scope, String check, Optional<String> value) {
        value.ifPresent(it -> lines.add(new Line(scope.toString(), check, it)));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static String hash(List<Line> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private StoreParts() {}
}
