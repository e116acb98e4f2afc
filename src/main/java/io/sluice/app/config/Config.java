package io.sluice.app.config;

import io.sluice.adapter.fix.FixSettingsFile;
import io.sluice.order.Instrument;
import io.sluice.order.Symbol;
import io.sluice.risk.Limits;

import java.util.Map;

/**
 * Everything a router is told before it starts. Checked: what stands here fits together.
 *
 * @param limitsVersion names the content of limits.yaml, with what was set in its place
 */
public record Config(
        RouterSettings router,
        Limits limits,
        Map<Symbol, Instrument> instruments,
        FixSettingsFile oms,
        FixSettingsFile brokers,
        String limitsVersion) {

    Config withLimitsVersion(String version) {
        return new Config(router, limits, instruments, oms, brokers, version);
    }
}
