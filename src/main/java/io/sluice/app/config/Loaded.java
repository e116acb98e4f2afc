package io.sluice.app.config;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a configuration.
 *
 * @param config there only when there is no mistake
 * @param warnings what may be meant, but is likely not
 */
public record Loaded(Optional<Config> config, List<Mistake> mistakes, List<Mistake> warnings) {

    /** Whether a file is missing or cannot be read at all. */
    public boolean isUnreadable() {
        return mistakes.stream().anyMatch(Mistake::isUnreadable);
    }
}
