/** The city's dated data: editions, drafts, and what a draft would have made of past cases. */
@NullMarked
package org.zhili.resources.internal.editions;

import org.jspecify.annotations.NullMarked;
