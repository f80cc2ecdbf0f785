package org.zhili.rest.internal.jetty;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.rest.internal.door.Answer;
import org.zhili.rest.internal.problem.CallerLanguage;
import org.zhili.rest.internal.problem.Problem;
import org.zhili.rest.internal.problem.Refusal;

/** Answers what Jetty refuses; says nothing of Jetty. */
final class RefusalHandler implements Request.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalHandler.class);

  /** What Jetty puts in place of an address it could not read. */
  private static final Set<String> UNREADABLE = Set.of("/badURI", "/badMessage");

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String wanted = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
    Optional<String> path =
        Optional.ofNullable(request.getHttpURI().getPath()).filter(p -> !UNREADABLE.contains(p));
    Problem problem =
        problem(request, response.getStatus()).toldIn(CallerLanguage.of(wanted), path);
    byte[] body = Answer.bytes(problem);
    HttpFields.Mutable headers = response.getHeaders();
    Answer.HEADERS.forEach(headers::put);
    headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static Problem problem(Request request, int status) {
    Refusal refusal = Refusal.of(status);
    if (refusal != Refusal.FAILED) {
      return refusal.withStatus(status);
    }
    String reference = UUID.randomUUID().toString().substring(0, 8);
    Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
    LOG.error("{} request failed, number {}", refusal.code(), reference, cause);
    return refusal.referring(reference);
  }
}
