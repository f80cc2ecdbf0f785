@NullMarked
package org.zhili.tck.internal;

import org.jspecify.annotations.NullMarked;
