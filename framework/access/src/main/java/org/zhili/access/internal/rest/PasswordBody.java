package org.zhili.access.internal.rest;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The password one had, and the one to be used from now on. */
public record PasswordBody(
    @JsonProperty("old") @NotNull @Size(min = 1, max = 128) @Pattern(regexp = "\\P{Cntrl}*") String old,
    @JsonProperty("new")
        @JsonAlias("chosen")
        @NotNull @Size(min = 1, max = 128) @Pattern(regexp = "\\P{Cntrl}*") String chosen) {
  @Override
  public String toString() {
    return "PasswordBody[]";
  }
}
