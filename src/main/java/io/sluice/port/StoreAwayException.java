package io.sluice.port;

/** The order book store cannot answer now; asked again later, it may. The text says why. */
public final class StoreAwayException extends Exception {

    public StoreAwayException(String message) {
        super(message);
    }

    public StoreAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
