@NullMarked
package org.zhili.persistence.internal.migration;

import org.jspecify.annotations.NullMarked;
