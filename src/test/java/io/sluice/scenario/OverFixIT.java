package io.sluice.scenario;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Every scenario once more: a whole router, over real sockets. */
class OverFixIT {

    @Nested
    class Cancels extends CancelScenarios {
        Cancels(@TempDir Path data) {
            super(new OverFixDriver(data));
        }
    }

    @Nested
    class Gate extends GateScenarios {
        Gate(@TempDir Path data) {
            super(new OverFixDriver(data));
        }
    }

    @Nested
    class Kills extends KillScenarios {
        Kills(@TempDir Path data) {
            super(new OverFixDriver(data));
        }
    }

    @Nested
    class OrderLife extends OrderLifeScenarios {
        OrderLife(@TempDir Path data) {
            super(new OverFixDriver(data));
        }
    }

    @Nested
    class Rearms extends RearmScenarios {
        Rearms(@TempDir Path data) {
            super(new OverFixDriver(data));
        }
    }

    @Nested
    class Replaces extends ReplaceScenarios {
        Replaces(@TempDir Path data) {
            super(new OverFixDriver(data));
        }
    }

    @Nested
    class Routing extends RoutingScenarios {
        Routing(@TempDir Path data) {
            super(new OverFixDriver(data));
        }
    }

    @Nested
    class Unknown extends UnknownScenarios {
        Unknown(@TempDir Path data) {
            super(new OverFixDriver(data));
        }
    }
}
