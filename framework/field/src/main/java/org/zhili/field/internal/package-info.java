/** Serves the grid workers' page to phones. */
@NullMarked
package org.zhili.field.internal;

import org.jspecify.annotations.NullMarked;
