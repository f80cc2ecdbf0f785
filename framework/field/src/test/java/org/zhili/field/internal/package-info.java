@NullMarked
package org.zhili.field.internal;

import org.jspecify.annotations.NullMarked;
