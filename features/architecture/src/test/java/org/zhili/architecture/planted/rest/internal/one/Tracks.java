package org.zhili.architecture.planted.rest.internal.one;

import org.osgi.framework.BundleContext;

public record Tracks(BundleContext context) {}
