/** What all FIX sessions share: their settings, and QuickFIX/J run on the engine's thread. */
@NullMarked
package io.sluice.adapter.fix;

import org.jspecify.annotations.NullMarked;
