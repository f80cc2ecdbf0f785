/** Photos that show what happened in cases. */
@NullMarked
package org.zhili.resources.internal.attachments;

import org.jspecify.annotations.NullMarked;
