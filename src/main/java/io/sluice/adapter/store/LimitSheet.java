package io.sluice.adapter.store;

import java.util.List;

/**
 * All limits of one version of limits.yaml, to be written down.
 *
 * @param version a hash of the file
 */
public record LimitSheet(String version, List<Line> lines) {

    /** One limit: what it is checked by, and where it holds. */
    public record Line(String scope, String check, String value) {}
}
