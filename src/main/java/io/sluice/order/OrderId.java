package io.sluice.order;

/** Our id of an order, OrderID(37) to the OMS: constant over a cancel/replace chain. */
public record OrderId(String value) {

    public OrderId {
        Texts.requireId("OrderId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
