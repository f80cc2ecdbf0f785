/** Work orders of units, and dispatches that wait for a person. */
@NullMarked
package org.zhili.resources.internal.dispatch;

import org.jspecify.annotations.NullMarked;
