/** Fonts, lines and pages. */
@NullMarked
package org.zhili.print.internal;

import org.jspecify.annotations.NullMarked;
