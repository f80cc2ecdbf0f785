/** Who may call an operation, from the rule each operation carries. */
@NullMarked
package org.zhili.rest.internal.access;

import org.jspecify.annotations.NullMarked;
