package io.sluice.order;

import java.util.List;

/**
 * An order that the router does not remember any more, as the order book store kept it.
 *
 * @param booked every report that was booked on it
 */
public record Archived(Order order, List<PastReport> booked) {}
