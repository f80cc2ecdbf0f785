/** JSON as the town reads and writes it: strictly, and without nulls. */
@NullMarked
package org.zhili.rest.internal.json;

import org.jspecify.annotations.NullMarked;
