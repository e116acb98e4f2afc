package io.sluice.order;

/** What is traded, by the name the OMS uses: Symbol(55). */
public record Symbol(String value) {

    public Symbol {
        Texts.requireId("Symbol", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
