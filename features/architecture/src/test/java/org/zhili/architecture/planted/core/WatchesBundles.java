package org.zhili.architecture.planted.core;

import org.osgi.framework.BundleContext;
import org.zhili.architecture.planted.Breaks;

@Breaks("D5 OSGi")
public record WatchesBundles(BundleContext context) {}
