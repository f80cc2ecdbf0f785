@NullMarked
package org.zhili.shell.internal;

import org.jspecify.annotations.NullMarked;
