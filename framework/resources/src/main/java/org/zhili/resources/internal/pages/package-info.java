/** The pages that modules bring to the console. */
@NullMarked
package org.zhili.resources.internal.pages;

import org.jspecify.annotations.NullMarked;
