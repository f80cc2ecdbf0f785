package org.zhili.access.internal.rest;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;

/** Answers that nobody on the way may keep. */
final class Secretly {
  private Secretly() {}

  static Response answer(Response.Status status, Object secret) {
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return Response.status(status).entity(secret).cacheControl(never).build();
  }
}
