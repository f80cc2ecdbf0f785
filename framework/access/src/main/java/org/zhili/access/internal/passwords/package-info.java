/** Passwords: hashed, judged and made up. */
@NullMarked
package org.zhili.access.internal.passwords;

import org.jspecify.annotations.NullMarked;
