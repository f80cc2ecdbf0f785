/** The town's own resources behind the door, as callers meet them. */
@NullMarked
package org.zhili.rest.internal.town;

import org.jspecify.annotations.NullMarked;
