/** Serves the residents' page to browsers. */
@NullMarked
package org.zhili.residents.internal;

import org.jspecify.annotations.NullMarked;
