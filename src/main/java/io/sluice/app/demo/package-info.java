/**
 * The demo: router, broker simulators and OMS simulator as processes of their own, and the verdict
 * on whether their ledgers agree.
 */
@NullMarked
package io.sluice.app.demo;

import org.jspecify.annotations.NullMarked;
