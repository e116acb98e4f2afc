package io.sluice.engine;

import io.sluice.port.SendPermit;

import java.util.Optional;

/** What may not leave at this moment. Safe for any thread; what is set holds at once. */
public final class Blocks implements SendPermit {

    private volatile Optional<String> everything = Optional.empty();

    /** Nothing new leaves any more. There is no way back within a run. */
    public void blockAll(String why) {
        everything = Optional.of(why);
    }

    @Override
    public Optional<String> refusal(Scopes scopes) {
        return everything;
    }
}
