package org.zhili.citypack.internal;

/** A place in a file, counted from 1; zeros name the file as a whole. */
record At(int line, int column) {
  static final At FILE = new At(0, 0);
}
