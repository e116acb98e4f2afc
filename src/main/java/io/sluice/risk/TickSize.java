package io.sluice.risk;

import io.sluice.order.CheckResult;
import io.sluice.order.DenialCode;
import io.sluice.order.Instrument;
import io.sluice.order.OrderType;

/** Prices are multiples of the tick; a limit order without a price is on none. */
final class TickSize implements RiskCheck {

    @Override
    public DenialCode code() {
        return DenialCode.TICK_SIZE;
    }

    @Override
    public Verdict check(Candidate candidate, Exposures exposures) {
        if (candidate.instrument().isEmpty()) {
            return Verdict.notRun(code(), candidate, "The tick is not known");
        }
        Instrument instrument = candidate.instrument().get();
        if (candidate.terms().orderType() == OrderType.MARKET) {
            return result(candidate, instrument, "market", true);
        }
        return candidate
                .limitPrice()
                .map(it -> result(candidate, instrument, it.toString(), instrument.isOnTick(it)))
                .orElseGet(() -> result(candidate, instrument, "no price", false));
    }

    private Verdict result(
            Candidate candidate, Instrument instrument, String price, boolean passed) {
        String tick = Numbers.text(instrument.tick());
        return Verdict.of(
                new CheckResult(
                        code(), candidate.symbolScope().toString(), tick, price, "", passed),
                "Price(44) was " + price + ", not a multiple of " + tick);
    }
}
