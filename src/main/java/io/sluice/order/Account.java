package io.sluice.order;

/** Whose order it is: Account(1). */
public record Account(String value) {

    public Account {
        Texts.requireId("Account", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
