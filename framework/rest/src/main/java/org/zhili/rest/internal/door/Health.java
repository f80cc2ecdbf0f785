package org.zhili.rest.internal.door;

/**
 * That requests are served. When they are not, the answer is a problem that names what is missing.
 *
 * @param status always {@code up}
 */
record Health(String status) {
  static final Health UP = new Health("up");
}
