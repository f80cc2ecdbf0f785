/** The settings of the town's own parts. */
@NullMarked
package org.zhili.resources.internal.setting;

import org.jspecify.annotations.NullMarked;
