package org.zhili.resources.internal;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.zhili.core.store.StoreConflict;

/** What the store refuses because others were faster may be tried again by the caller. */
@Provider
public final class ConflictMapper implements ExceptionMapper<StoreConflict> {
  @Override
  public Response toResponse(StoreConflict conflict) {
    return Trouble.CONFLICT.problem().getResponse();
  }
}
