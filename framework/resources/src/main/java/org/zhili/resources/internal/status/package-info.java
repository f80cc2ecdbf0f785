/** How the town is doing. */
@NullMarked
package org.zhili.resources.internal.status;

import org.jspecify.annotations.NullMarked;
