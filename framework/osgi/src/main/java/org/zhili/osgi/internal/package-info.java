@NullMarked
package org.zhili.osgi.internal;

import org.jspecify.annotations.NullMarked;
