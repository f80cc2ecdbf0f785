@NullMarked
package org.zhili.persistence.internal.durability;

import org.jspecify.annotations.NullMarked;
