@NullMarked
package org.zhili.residents.internal;

import org.jspecify.annotations.NullMarked;
