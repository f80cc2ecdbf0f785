/** A vendor's scoring model that is in the middle of something while its bundle is changed. */
@NullMarked
package org.zhili.itests.slow;

import org.jspecify.annotations.NullMarked;
