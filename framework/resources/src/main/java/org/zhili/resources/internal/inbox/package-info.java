/** Devices that speak and wait to be registered. */
@NullMarked
package org.zhili.resources.internal.inbox;

import org.jspecify.annotations.NullMarked;
