/** Who did what, and whether that list was touched. */
@NullMarked
package org.zhili.resources.internal.audit;

import org.jspecify.annotations.NullMarked;
