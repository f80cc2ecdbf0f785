/** Cases: to be listed, looked at, reported and moved. */
@NullMarked
package org.zhili.resources.internal.cases;

import org.jspecify.annotations.NullMarked;
