/** A module with pages. */
@NullMarked
package org.zhili.itests.garden;

import org.jspecify.annotations.NullMarked;
