package io.sluice.app.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;

/** Kills a part of the demo every so often. Single-threaded. */
final class Killing {

    private final Victim victim;
    private final Supplier<Duration> lives;
    private Duration life;

    private Killing(Victim victim, Supplier<Duration> lives) {
        this.victim = victim;
        this.lives = lives;
        this.life = lives.get();
    }

    /** Each process of it lives for so long. */
    static Killing every(Duration time, Victim victim) {
        return new Killing(victim, () -> time);
    }

    /** Each lives for half to one and a half of the time, at random. */
    static Killing about(Duration time, Victim victim, Random random) {
        return new Killing(
                victim, () -> time.dividedBy(2).plusNanos(random.nextLong(1 + time.toNanos())));
    }

    Victim victim() {
        return victim;
    }

    boolean isDue() throws IOException {
        return victim.hasBeenUpFor(life);
    }

    /** What it did, in words. */
    String kill() throws IOException, InterruptedException {
        long pid = victim.process().process().pid();
        victim.killAndRestart();
        life = lives.get();
        return victim.name() + " (process " + pid + ") killed with kill -9 and started again";
    }
}
