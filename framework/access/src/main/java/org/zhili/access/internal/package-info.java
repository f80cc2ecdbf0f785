/** Local accounts as OSGi components, and what they are told when something is refused. */
@NullMarked
package org.zhili.access.internal;

import org.jspecify.annotations.NullMarked;
