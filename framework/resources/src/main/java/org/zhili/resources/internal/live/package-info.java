/** Watches what changes, once for all who listen. */
@NullMarked
package org.zhili.resources.internal.live;

import org.jspecify.annotations.NullMarked;
