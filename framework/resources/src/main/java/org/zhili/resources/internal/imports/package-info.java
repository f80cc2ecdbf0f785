/** Lists that sheets are taken into. */
@NullMarked
package org.zhili.resources.internal.imports;

import org.jspecify.annotations.NullMarked;
