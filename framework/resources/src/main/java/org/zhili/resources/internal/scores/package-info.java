/** Grades of units, with every line. */
@NullMarked
package org.zhili.resources.internal.scores;

import org.jspecify.annotations.NullMarked;
