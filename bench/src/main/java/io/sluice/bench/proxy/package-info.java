/** The router to compare with: QuickFIX/J with its defaults, passing orders and reports on. */
@NullMarked
package io.sluice.bench.proxy;

import org.jspecify.annotations.NullMarked;
