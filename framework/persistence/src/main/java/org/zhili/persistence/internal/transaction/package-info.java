@NullMarked
package org.zhili.persistence.internal.transaction;

import org.jspecify.annotations.NullMarked;
