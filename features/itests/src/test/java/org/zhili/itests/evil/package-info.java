/** A vendor's drivers that do all a driver must not do. */
@NullMarked
package org.zhili.itests.evil;

import org.jspecify.annotations.NullMarked;
