/** Tests of the console, and a router made of fakes behind a real HTTP API. */
@NullMarked
package io.sluice.adapter.console;

import org.jspecify.annotations.NullMarked;
