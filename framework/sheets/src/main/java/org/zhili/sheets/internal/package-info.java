/** How workbooks and text with commas are read. */
@NullMarked
package org.zhili.sheets.internal;

import org.jspecify.annotations.NullMarked;
