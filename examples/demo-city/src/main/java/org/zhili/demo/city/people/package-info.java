/** Simulated people: an operator, workers of units, a supervisor and residents. */
@NullMarked
package org.zhili.demo.city.people;

import org.jspecify.annotations.NullMarked;
