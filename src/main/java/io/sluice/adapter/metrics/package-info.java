/**
 * What programs watch the router by: counters, gauges and durations in Prometheus's text format.
 */
@NullMarked
package io.sluice.adapter.metrics;

import org.jspecify.annotations.NullMarked;
