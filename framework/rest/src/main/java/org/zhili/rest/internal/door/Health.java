package org.zhili.rest.internal.door;

/**
 * Whether requests are served. Says nothing else, since anybody may ask.
 *
 * @param status {@code up} or {@code down}
 */
record Health(String status) {
  static final Health UP = new Health("up");
  static final Health DOWN = new Health("down");
}
