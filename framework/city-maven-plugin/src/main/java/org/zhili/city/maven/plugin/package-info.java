/**
 * Builds with a city what only it can choose: judges the choice before an archive is made of it,
 * and takes out of the archive what was not chosen.
 */
@NullMarked
package org.zhili.city.maven.plugin;

import org.jspecify.annotations.NullMarked;
