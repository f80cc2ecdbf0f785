@NullMarked
package org.zhili.persistence.store.internal;

import org.jspecify.annotations.NullMarked;
