package io.sluice.app.config;

import io.sluice.order.Account;
import io.sluice.order.OmsId;
import io.sluice.order.Qty;
import io.sluice.order.Symbol;
import io.sluice.risk.LimitSet;
import io.sluice.risk.Limits;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads limits.yaml. */
final class LimitsFile {

    private static final Format<Integer> ORDERS = Format.integer(0, 100_000_000);
    private static final Format<Integer> RATE = Format.integer(0, 1_000_000);

    private final References references;
    private final Mistakes mistakes;

    LimitsFile(References references, Mistakes mistakes) {
        this.references = references;
        this.mistakes = mistakes;
    }

    Limits read(Section file) {
        Limits limits =
                new Limits(
                        limitSet(file.section("firm")),
                        scopes(file.section("oms"), OmsId::new, references.oms()),
                        scopes(file.section("account"), Account::new, references.accounts()),
                        scopes(file.section("symbol"), Symbol::new, references.symbols()),
                        restricted(file));
        file.end();
        return limits;
    }

    private <K> Map<K, LimitSet> scopes(Section section, Function<String, K> key, Known known) {
        Map<K, LimitSet> limits = new LinkedHashMap<>();
        section.named(Format.ID)
                .forEach(
                        (name, scope) -> {
                            known.check(name, mistakes);
                            limits.put(key.apply(name.value()), limitSet(scope));
                        });
        return limits;
    }

    private static LimitSet limitSet(Section section) {
        LimitSet limits =
                new LimitSet(
                        section.want("maxOrderQty", Format.NOT_NEGATIVE).map(Qty::new),
                        section.want("maxOrderNotional", Format.NOT_NEGATIVE),
                        section.want("priceCollarPercent", Format.PERCENT),
                        section.want("maxOpenOrders", ORDERS),
                        section.want("maxPosition", Format.NOT_NEGATIVE).map(Qty::new),
                        section.want("maxDailyLoss", Format.NOT_NEGATIVE),
                        section.want("maxOrdersPerSecond", RATE));
        section.end();
        return limits;
    }

    private Set<Symbol> restricted(Section file) {
        Set<Symbol> symbols = new LinkedHashSet<>();
        for (Section.Placed<String> symbol : file.wantList("restricted", Format.ID)) {
            references.symbols().check(symbol, mistakes);
            symbols.add(new Symbol(symbol.value()));
        }
        return symbols;
    }
}
