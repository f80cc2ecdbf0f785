package org.zhili.data;

/** Names the database product underneath, for the few statements that differ between the two. */
public enum Vendor {
  /** The embedded database of a small town, one file beside the server. */
  H2,
  /** The database server of a city. */
  POSTGRESQL
}
