/**
 * The shelf of plug-ins (插件架): what a jar must fulfil before a running town lets it in, and which
 * version of each plug-in is in use, was in use before, and came from where.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.shelf;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
