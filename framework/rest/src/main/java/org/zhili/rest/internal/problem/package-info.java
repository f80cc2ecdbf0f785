/** What a caller is told when the runtime itself refuses a request. */
@NullMarked
package org.zhili.rest.internal.problem;

import org.jspecify.annotations.NullMarked;
