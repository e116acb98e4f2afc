package io.sluice.app.config;

/** Where something stands in a file. Lines and columns count from 1. */
record Place(String file, int line, int column) {}
