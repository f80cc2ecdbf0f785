@NullMarked
package org.zhili.persistence.internal.mapping;

import org.jspecify.annotations.NullMarked;
