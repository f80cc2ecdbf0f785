/** Lines to browsers, on which a town tells what changes; each lasts no longer than its session. */
@NullMarked
package org.zhili.access.internal.live;

import org.jspecify.annotations.NullMarked;
