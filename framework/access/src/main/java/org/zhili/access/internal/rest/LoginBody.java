package org.zhili.access.internal.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Who somebody says to be. */
public record LoginBody(
    @NotNull @Size(min = 1, max = 64) @Pattern(regexp = "\\P{Cntrl}*") String name,
    @NotNull @Size(min = 1, max = 128) @Pattern(regexp = "\\P{Cntrl}*") String password) {
  @Override
  public String toString() {
    return "LoginBody[" + name + "]";
  }
}
