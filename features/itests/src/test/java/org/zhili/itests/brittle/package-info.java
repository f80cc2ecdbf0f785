/** A vendor's driver that is good in one version and bad in the next. */
@NullMarked
package org.zhili.itests.brittle;

import org.jspecify.annotations.NullMarked;
