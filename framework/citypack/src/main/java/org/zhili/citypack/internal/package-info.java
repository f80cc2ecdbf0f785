/** How files become records: forms of single values, tables, JSON with places, and cross-checks. */
@NullMarked
package org.zhili.citypack.internal;

import org.jspecify.annotations.NullMarked;
