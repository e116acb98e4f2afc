/**
 * What all FIX sessions share: connectors whose messages run on the engine's thread, the outbox
 * that holds every byte until it is durable, and the message store that is a view on the journal.
 */
@NullMarked
package io.sluice.adapter.fix;

import org.jspecify.annotations.NullMarked;
