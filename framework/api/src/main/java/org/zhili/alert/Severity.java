package org.zhili.alert;

/** How bad a condition is, for people and for the review bar. */
public enum Severity {
  MINOR,
  MAJOR,
  CRITICAL
}
