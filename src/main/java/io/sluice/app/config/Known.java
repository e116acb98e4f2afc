package io.sluice.app.config;

import io.sluice.adapter.fix.FixSettingsSpelling;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names that other files define, to check references against.
 *
 * @param what how error texts call such a name
 * @param names empty when the file that defines them could not be read: then nothing is checked
 */
record Known(String what, Optional<Set<String>> names) {

    void check(Section.Placed<?> reference, Mistakes mistakes) {
        String name = reference.value().toString();
        names.filter(it -> !reference.isStandIn() && !it.contains(name))
                .ifPresent(
                        it ->
                                mistakes.add(
                                        reference.place(),
                                        reference.path(),
                                        "unknown %s: %s%s"
                                                .formatted(
                                                        what,
                                                        name,
                                                        FixSettingsSpelling.suggestion(
                                                                name, new TreeSet<>(it)))));
    }
}
