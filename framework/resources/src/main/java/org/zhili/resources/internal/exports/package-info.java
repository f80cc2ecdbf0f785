/** Every list of the town as a sheet: which columns, and the operations that answer them. */
@NullMarked
package org.zhili.resources.internal.exports;

import org.jspecify.annotations.NullMarked;
