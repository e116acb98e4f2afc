package io.sluice.app.config;

import io.sluice.adapter.fix.FixSettingsMistake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong while files are read. Mutable, for one thread. */
final class Mistakes {

    private final List<Mistake> all = new ArrayList<>();
    private final List<Mistake> warnings = new ArrayList<>();

    void add(Mistake mistake) {
        all.add(mistake);
    }

    void add(Place place, String path, String message) {
        all.add(at(place, path, message));
    }

    void warn(Place place, String path, String message) {
        warnings.add(at(place, path, message));
    }

    void add(FixSettingsMistake mistake) {
        all.add(of(mistake));
    }

    void warn(FixSettingsMistake warning) {
        warnings.add(of(warning));
    }

    /** By file, line and column. */
    List<Mistake> all() {
        return sorted(all);
    }

    List<Mistake> warnings() {
        return sorted(warnings);
    }

    int count() {
        return all.size();
    }

    private static List<Mistake> sorted(List<Mistake> mistakes) {
        return mistakes.stream()
                .sorted(
                        Comparator.comparing(Mistake::file)
                                .thenComparingInt(Mistake::line)
                                .thenComparingInt(Mistake::column))
                .toList();
    }

    private static Mistake at(Place place, String path, String message) {
        return new Mistake(place.file(), place.line(), place.column(), path, message);
    }

    private static Mistake of(FixSettingsMistake it) {
        return new Mistake(it.file(), it.line(), it.column(), it.path(), it.message());
    }
}
