package org.zhili.architecture.planted.rest;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.zhili.architecture.planted.Breaks;

@Breaks("D5 activators")
public final class Starts implements BundleActivator {
  @Override
  public void start(BundleContext context) {}

  @Override
  public void stop(BundleContext context) {}
}
