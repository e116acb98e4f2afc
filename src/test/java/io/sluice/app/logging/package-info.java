/** Tests of what the log hides and never blocks. */
@NullMarked
package io.sluice.app.logging;

import org.jspecify.annotations.NullMarked;
