@NullMarked
package org.zhili.urban.internal;

import org.jspecify.annotations.NullMarked;
