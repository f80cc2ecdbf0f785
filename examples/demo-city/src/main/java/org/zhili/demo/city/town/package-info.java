/** The town as this program sees it: started and stopped as a process, and spoken to over REST. */
@NullMarked
package org.zhili.demo.city.town;

import org.jspecify.annotations.NullMarked;
