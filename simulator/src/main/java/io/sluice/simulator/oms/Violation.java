package io.sluice.simulator.oms;

/** A FIX rule that an answer broke: the rule in a word, what was wrong, and the message. */
record Violation(String rule, String text, String message) {}
