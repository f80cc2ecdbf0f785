/** What residents report by themselves, without a login and without a word about who they are. */
@NullMarked
package org.zhili.resources.internal.reports;

import org.jspecify.annotations.NullMarked;
