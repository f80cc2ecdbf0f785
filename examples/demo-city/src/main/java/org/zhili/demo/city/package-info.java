/** Plays a living city against a real town, for people to watch and to see that nothing is lost. */
@NullMarked
package org.zhili.demo.city;

import org.jspecify.annotations.NullMarked;
