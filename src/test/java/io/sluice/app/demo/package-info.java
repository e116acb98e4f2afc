/** Tests of the demo's parts and of its verdict. */
@NullMarked
package io.sluice.app.demo;

import org.jspecify.annotations.NullMarked;
