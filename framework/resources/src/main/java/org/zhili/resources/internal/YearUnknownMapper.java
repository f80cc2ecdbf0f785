package org.zhili.resources.internal;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.zhili.core.calendar.YearUnknown;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.problem.ProblemException;

/** What the working calendar cannot tell yet is done once the city has entered the year. */
@Provider
public final class YearUnknownMapper implements ExceptionMapper<YearUnknown> {
  @Override
  public Response toResponse(YearUnknown unknown) {
    Problem problem = Problem.of(409, YearUnknown.CODE, unknown.wording(), List.of());
    return new ProblemException(problem).getResponse();
  }
}
