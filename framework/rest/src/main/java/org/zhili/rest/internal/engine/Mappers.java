package org.zhili.rest.internal.engine;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.EOFException;
import java.util.List;
import java.util.UUID;
import org.apache.cxf.validation.ResponseConstraintViolationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.rest.internal.problem.Problem;
import org.zhili.rest.internal.problem.Refusal;
import org.zhili.rest.internal.problem.Violation;

/** Makes one shape of whatever ends a request early. */
final class Mappers {
  private static final Logger LOG = LoggerFactory.getLogger(Mappers.class);

  private Mappers() {}

  /** A fault of ours: the caller gets a number, the log the number and the rest. */
  static Response failed(Throwable failure) {
    if (Answers.cause(failure, EOFException.class).isPresent()) {
      LOG.debug("the caller has gone", failure);
      return Answers.of(Refusal.MALFORMED.problem());
    }
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("{} request failed, number {}", Refusal.FAILED.code(), reference, failure);
    return Answers.of(Refusal.FAILED.referring(reference));
  }

  /** What a resource says itself, if it says it as a problem; else the words of the status. */
  static final class Web implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException exception) {
      Response response = exception.getResponse();
      if (response.hasEntity() || response.getStatus() < 400) {
        return response;
      }
      return Answers.toBody(exception).orElseGet(() -> answer(exception, response));
    }

    private static Response answer(WebApplicationException exception, Response response) {
      if (exception instanceof NotFoundException && exception.getCause() != null) {
        // a parameter that could not be converted, by the letter of Jakarta REST
        return Answers.of(Refusal.MALFORMED_PARAMETER.problem());
      }
      if (response.getStatus() == 500) {
        return failed(exception);
      }
      return Response.fromResponse(response)
          .type(Problem.MEDIA_TYPE)
          .entity(problem(response.getStatus()))
          .build();
    }

    static Problem problem(int status) {
      Refusal refusal = Refusal.of(status);
      return refusal == Refusal.OTHER ? refusal.withStatus(status) : refusal.problem();
    }
  }

  /** Everything that is not valid, at once. */
  static final class Invalid implements ExceptionMapper<ConstraintViolationException> {
    private final Violations violations;

    Invalid(Violations violations) {
      this.violations = violations;
    }

    @Override
    public Response toResponse(ConstraintViolationException exception) {
      if (exception instanceof ResponseConstraintViolationException) {
        return failed(exception);
      }
      List<Violation> found = violations.of(exception);
      return Answers.of(Refusal.INVALID.problem(found, String.valueOf(found.size())));
    }
  }

  /** Everything else. */
  static final class Any implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable exception) {
      return Answers.toBody(exception).orElseGet(() -> failed(exception));
    }
  }
}
