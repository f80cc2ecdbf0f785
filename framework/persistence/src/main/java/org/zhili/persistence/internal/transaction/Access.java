package org.zhili.persistence.internal.transaction;

/** What a call may do with the database. */
enum Access {
  READ,
  WRITE
}
