/** The ledger of what was acknowledged, held against what the town made of it. */
@NullMarked
package org.zhili.demo.city.ledger;

import org.jspecify.annotations.NullMarked;
