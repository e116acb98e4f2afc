/** Tests of the configuration and its mistakes. */
@NullMarked
package io.sluice.app.config;

import org.jspecify.annotations.NullMarked;
