/** What a resident may see of a case, without a login. */
@NullMarked
package org.zhili.resources.internal.progress;

import org.jspecify.annotations.NullMarked;
