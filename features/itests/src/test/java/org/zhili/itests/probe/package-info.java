/**
 * Runs methods of tests inside the town's Karaf; a bundle that is made and installed by the tests.
 */
@NullMarked
package org.zhili.itests.probe;

import org.jspecify.annotations.NullMarked;
