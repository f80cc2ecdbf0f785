package org.zhili.resources.internal;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.zhili.core.store.StoreUnavailable;

/** While the store is away, callers come again in a few seconds. */
@Provider
public final class StoreAwayMapper implements ExceptionMapper<StoreUnavailable> {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Override
  public Response toResponse(StoreUnavailable away) {
    return Trouble.STORE_AWAY.retryAfter(PAUSE).getResponse();
  }
}
