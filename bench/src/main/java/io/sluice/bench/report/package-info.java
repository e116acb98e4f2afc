/** What was measured, as a table for people and as JSON. */
@NullMarked
package io.sluice.bench.report;

import org.jspecify.annotations.NullMarked;
