package io.sluice.simulator.dropcopy;

/** A rule of the feed that a copy broke: the rule in a word, and what was wrong. */
record Violation(String rule, String text) {}
