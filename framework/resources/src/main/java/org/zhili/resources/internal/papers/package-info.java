/** Cases on paper. */
@NullMarked
package org.zhili.resources.internal.papers;

import org.jspecify.annotations.NullMarked;
