package io.sluice.app.demo;

import io.sluice.app.ExitCode;

/**
 * How a demo ended: what was compared, how often the router was killed, and how the OMS ended.
 *
 * @param killsWanted whether the user asked for kills: then a run without any has shown nothing
 */
record Outcome(Verdict verdict, boolean killsWanted, int kills, int omsExit) {

    int exitCode() {
        return verdict.agrees() && omsExit == 0 && !lacksKill() ? ExitCode.OK : ExitCode.NO;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        if (killsWanted) {
            text.append("kills      ").append(kills).append('\n');
        }
        text.append(verdict.text());
        if (lacksKill()) {
            text.append("\nFAILED     no kill happened: the run was too short for one");
        }
        return text.toString();
    }

    private boolean lacksKill() {
        return killsWanted && kills == 0;
    }
}
