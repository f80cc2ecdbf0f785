/** What the contract of frame protocols is made of. */
@NullMarked
package org.zhili.tck.internal.frame;

import org.jspecify.annotations.NullMarked;
