package io.sluice.adapter.fix;

/** What is wrong with one setting, and where it stands. Lines and columns count from 1. */
public record FixSettingsMistake(String file, int line, int column, String path, String message) {}
