/** Serves the console to browsers. */
@NullMarked
package org.zhili.console.internal;

import org.jspecify.annotations.NullMarked;
