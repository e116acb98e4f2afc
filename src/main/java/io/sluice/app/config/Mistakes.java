package io.sluice.app.config;

import io.sluice.adapter.fix.FixSettingsMistake;

import java.util.ArrayList;
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

    List<Mistake> all() {
        return List.copyOf(all);
    }

    List<Mistake> warnings() {
        return List.copyOf(warnings);
    }

    private static Mistake at(Place place, String path, String message) {
        return new Mistake(place.file(), place.line(), place.column(), path, message);
    }

    private static Mistake of(FixSettingsMistake it) {
        return new Mistake(it.file(), it.line(), it.column(), it.path(), it.message());
    }
}
