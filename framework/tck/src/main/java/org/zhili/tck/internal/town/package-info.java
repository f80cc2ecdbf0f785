/** A made-up town in motion: requests, graded cases and observations to try plug-ins with. */
@NullMarked
package org.zhili.tck.internal.town;

import org.jspecify.annotations.NullMarked;
