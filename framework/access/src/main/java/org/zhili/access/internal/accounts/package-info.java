/** Accounts, logins and sessions; plain Java over a database. */
@NullMarked
package org.zhili.access.internal.accounts;

import org.jspecify.annotations.NullMarked;
