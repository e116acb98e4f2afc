package io.sluice.simulation;

import io.sluice.core.Fixtures;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command;
import io.sluice.order.Side;
import io.sluice.order.Terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An OMS that asks for this and that, sometimes for what it must be refused. */
final class SimulatedOms {

    private final Random random;
    private final List<ClOrdId> asked = new ArrayList<>();

    SimulatedOms(Random random) {
        this.random = random;
    }

    Command next() {
        int kind = random.nextInt(10);
        if (asked.isEmpty() || kind < 6) {
            return order();
        }
        ClOrdId orig = asked.get(random.nextInt(asked.size()));
        return kind < 8
                ? new Command.CancelOrder(Fixtures.OMS, newId(), orig, CarriedFields.NONE)
                : new Command.ReplaceOrder(
                        Fixtures.OMS, newId(), orig, terms(), CarriedFields.NONE);
    }

    private Command order() {
        boolean repeats = !asked.isEmpty() && random.nextInt(20) == 0;
        ClOrdId id = repeats ? asked.getFirst() : newId();
        return new Command.NewOrder(
                Fixtures.OMS, id, terms(), new CarriedFields("20001=" + id + "\u0001"));
    }

    private ClOrdId newId() {
        ClOrdId id = new ClOrdId("C" + (asked.size() + 1));
        asked.add(id);
        return id;
    }

    private Terms terms() {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        String qty = String.valueOf(1 + random.nextInt(60));
        String symbol = random.nextInt(30) == 0 ? "BANNED" : "AAPL";
        return Fixtures.limit(side, qty, symbol, symbol.equals("AAPL") ? "187.50" : "10.00");
    }
}
