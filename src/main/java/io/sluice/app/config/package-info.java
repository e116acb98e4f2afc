/**
 * The configuration of a router: its records, how files become them, and what is wrong with them.
 */
@NullMarked
package io.sluice.app.config;

import org.jspecify.annotations.NullMarked;
