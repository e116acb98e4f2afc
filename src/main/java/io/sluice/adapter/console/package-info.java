/** What people see and do at the router: an HTTP API over a read model of its own. */
@NullMarked
package io.sluice.adapter.console;

import org.jspecify.annotations.NullMarked;
