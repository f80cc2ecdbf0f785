@NullMarked
package org.zhili.console.internal;

import org.jspecify.annotations.NullMarked;
