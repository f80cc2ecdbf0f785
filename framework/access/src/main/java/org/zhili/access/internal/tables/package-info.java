/** The tables of accounts and sessions. */
@NullMarked
package org.zhili.access.internal.tables;

import org.jspecify.annotations.NullMarked;
