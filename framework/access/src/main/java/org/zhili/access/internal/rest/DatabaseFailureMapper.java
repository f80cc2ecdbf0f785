package org.zhili.access.internal.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.internal.Trouble;
import org.zhili.data.DatabaseFailure;

/** Tells callers whether it helps to come again when the database did not do what was asked. */
@Component(service = ExceptionMapper.class, property = "osgi.jakartars.extension=true")
public final class DatabaseFailureMapper implements ExceptionMapper<DatabaseFailure> {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFailureMapper.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Override
  public Response toResponse(DatabaseFailure failure) {
    return switch (failure.kind()) {
      case UNAVAILABLE -> Trouble.STORE_AWAY.retryAfter(PAUSE).getResponse();
      case CONFLICT -> Trouble.CONFLICT.problem().getResponse();
      case OTHER -> failed(failure);
    };
  }

  private static Response failed(DatabaseFailure failure) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("{} request failed, number {}", Trouble.STORE_FAILED.code(), number, failure);
    return Trouble.STORE_FAILED.problem(number).getResponse();
  }
}
