@NullMarked
package org.zhili.persistence.modules;

import org.jspecify.annotations.NullMarked;
