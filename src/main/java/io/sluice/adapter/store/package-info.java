/**
 * The order book store: the journal written down in tables of H2 or PostgreSQL, for people and
 * tools to query.
 */
@NullMarked
package io.sluice.adapter.store;

import org.jspecify.annotations.NullMarked;
