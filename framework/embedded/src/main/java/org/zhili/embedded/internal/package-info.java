/** Keeps REST operations to those who may call them, on whatever server they are served. */
@NullMarked
package org.zhili.embedded.internal;

import org.jspecify.annotations.NullMarked;
