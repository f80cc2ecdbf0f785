/** Messages nothing could be made of yet. */
@NullMarked
package org.zhili.resources.internal.quarantine;

import org.jspecify.annotations.NullMarked;
