package org.zhili.access.internal.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;

/**
 * Who an account's owner is at the identity provider.
 *
 * @param subject {@code sub} of their tokens
 * @param issuer {@code iss} of their tokens; left out it is the provider whose tokens are taken
 */
public record SubjectBody(
    @NotNull @Size(max = 255) @Pattern(regexp = "[!-~]([ -~]{0,253}[!-~])?") String subject,
    Optional<@Size(max = 300) @Pattern(regexp = "[!-~]{1,300}") String> issuer) {
  public SubjectBody {
    issuer = Objects.requireNonNullElse(issuer, Optional.empty());
  }
}
