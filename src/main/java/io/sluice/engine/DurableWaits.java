package io.sluice.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Actions that wait for a frame to be durable. Engine's thread, but for {@link #hasSealed}. */
final class DurableWaits {

    private final List<Runnable> ofOpenFrame = new ArrayList<>();
    private final Deque<Wait> sealed = new ArrayDeque<>();
    private volatile boolean hasSealed;

    private record Wait(long position, Runnable action) {}

    void add(Runnable action) {
        ofOpenFrame.add(action);
        hasSealed = true;
    }

    void seal(long position) {
        for (Runnable action : ofOpenFrame) {
            sealed.add(new Wait(position, action));
        }
        ofOpenFrame.clear();
    }

    /** The open frame ended without anything to make durable. */
    void runNow() {
        List.copyOf(ofOpenFrame).forEach(Runnable::run);
        ofOpenFrame.clear();
    }

    boolean hasSealed() {
        return hasSealed;
    }

    void durable(long position) {
        while (!sealed.isEmpty() && sealed.getFirst().position() <= position) {
            sealed.removeFirst().action().run();
        }
        hasSealed = !sealed.isEmpty() || !ofOpenFrame.isEmpty();
    }
}
