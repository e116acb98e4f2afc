package io.sluice.engine;

import io.sluice.order.Input;

/** The router decided something on an input that it then could not apply; nothing of it stays. */
public final class UnableToApplyException extends RuntimeException {

    UnableToApplyException(Input input) {
        super("Could not apply what was decided on " + input);
    }
}
