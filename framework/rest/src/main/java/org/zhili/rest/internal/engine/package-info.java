/** Applications of resources, each unchangeable, one following the other without a gap. */
@NullMarked
package org.zhili.rest.internal.engine;

import org.jspecify.annotations.NullMarked;
