package org.zhili.resources.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Ends a request with a {@link Problem}; nothing was written. */
public final class ProblemException extends WebApplicationException {
  public static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");
  private static final long serialVersionUID = 1L;

  public ProblemException(Problem problem) {
    this(problem, response(problem).build());
  }

  private ProblemException(Problem problem, Response response) {
    super(problem.code() + " " + problem.messages().en(), response);
  }

  /** End a request that may be sent again after a while. */
  public static ProblemException retryAfter(Problem problem, Duration pause) {
    long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
    return new ProblemException(
        problem, response(problem).header(HttpHeaders.RETRY_AFTER, seconds).build());
  }

  public Problem problem() {
    return (Problem) getResponse().getEntity();
  }

  private static Response.ResponseBuilder response(Problem problem) {
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(PROBLEM_JSON).entity(problem);
    return problem.status() == 401
        ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        : response;
  }
}
