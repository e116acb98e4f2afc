/** The log for people: what it hides, and how it ends. */
@NullMarked
package io.sluice.app.logging;

import org.jspecify.annotations.NullMarked;
