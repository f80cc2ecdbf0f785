package org.zhili.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.problem.ProblemException;

/** Refused requests. */
public final class Refusals {
  private Refusals() {}

  /** The problem a request ends with, of this status and code. */
  public static Problem refused(int status, String code, ThrowingCallable request) {
    Problem problem = refused(request);
    assertThat(problem.status() + " " + problem.code()).isEqualTo(status + " " + code);
    return problem;
  }

  public static Problem refused(ThrowingCallable request) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, request);
    assertThat(refused).as("the request is refused").isNotNull();
    return Objects.requireNonNull(refused).problem();
  }
}
