@NullMarked
package org.zhili.persistence.internal.failure;

import org.jspecify.annotations.NullMarked;
