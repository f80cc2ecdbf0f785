package org.zhili.architecture.planted.rest;

import org.osgi.framework.BundleContext;
import org.zhili.architecture.planted.Breaks;

@Breaks("D5 one place")
public record OpenTracks(BundleContext context) {}
