/** The description of the live application, drawn from its resources. */
@NullMarked
package org.zhili.rest.internal.openapi;

import org.jspecify.annotations.NullMarked;
