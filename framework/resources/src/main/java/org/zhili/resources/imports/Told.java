package org.zhili.resources.imports;

/**
 * What somebody learns of an entry that they brought.
 *
 * @param what the entry
 * @param told its number, or a password that is shown once
 */
public record Told(String what, String told) {
  @Override
  public String toString() {
    return "Told[" + what + "]";
  }
}
