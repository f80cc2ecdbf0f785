package org.zhili.rest.internal.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.rest.internal.engine.Application;
import org.zhili.rest.internal.engine.Generation;
import org.zhili.rest.internal.engine.Generations;
import org.zhili.rest.internal.engine.Settings;
import org.zhili.rest.internal.problem.Problem;
import org.zhili.rest.internal.problem.Refusal;
import org.zhili.rest.internal.problem.Violation;

/**
 * Answers every request below {@code /api}: itself, or by the application of the moment.
 *
 * <p>While nobody checks who calls, nothing but the health is served, unless the town's
 * configuration says that it needs no login. Thread-safe.
 */
public final class RestDoor {
  private static final Logger LOG = LoggerFactory.getLogger(RestDoor.class);
  private static final String GENERATION = RestDoor.class.getName() + ".generation";

  /** Where a request comes from, for extensions that write down who called. */
  private static final String CALLER = "org.zhili.rest.caller";

  /** Whether it came over TLS, to the town or to a trusted proxy. */
  private static final String SECURE = "org.zhili.rest.secure";

  private static final Pattern TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+\\s*(;|$)");
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]*)", Pattern.CASE_INSENSITIVE);

  private final Generations generations;
  private final Settings settings;

  public RestDoor(Generations generations, Settings settings) {
    this.generations = generations;
    this.settings = settings;
  }

  /** Answer one request, also when it is dispatched again after an asynchronous operation. */
  public void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.ASYNC
        && request.getAttribute(GENERATION) instanceof Generation generation) {
      generation.serve(request, response);
      return;
    }
    Answer.prepare(response);
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    if (isRead(request) && path.equals("/health")) {
      health(request, response);
      return;
    }
    Optional<Generation> entered = generations.enter();
    if (entered.isEmpty()) {
      Answer.refuse(request, response, Refusal.STARTING.problem());
      return;
    }
    serve(entered.get(), path, request, response);
  }

  private void serve(
      Generation generation, String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LimitedRequest limited =
        new LimitedRequest(request, limit(request), settings.trustedProxies(), generation::exit);
    try {
      Optional<Problem> objection = objection(generation, request);
      if (objection.isPresent()) {
        Answer.refuse(request, response, objection.get());
      } else if (isRead(request) && Documentation.has(path)) {
        Documentation.answer(path, request.getRequestURI(), response);
      } else {
        request.setAttribute(GENERATION, generation);
        request.setAttribute(CALLER, limited.getRemoteAddr());
        request.setAttribute(SECURE, limited.isSecure());
        generation.serve(limited, response);
      }
    } catch (ServletException | RuntimeException | LinkageError e) {
      fail(request, response, e);
    } finally {
      if (!limited.goesOn()) {
        generation.exit();
      }
    }
  }

  private Optional<Problem> objection(Generation generation, HttpServletRequest request) {
    if (settings.authenticationRequired() && !generation.application().guarded()) {
      return Optional.of(Refusal.NO_AUTHENTICATOR.problem());
    }
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return Optional.of(Refusal.ENCODED_BODY.problem());
    }
    String type = request.getContentType();
    if (type != null && (!TYPE.matcher(type).lookingAt() || !isReadable(type))) {
      return Optional.of(Refusal.UNSUPPORTED_TYPE.problem());
    }
    if (request.getContentLengthLong() > limit(request)) {
      return Optional.of(Refusal.TOO_LARGE.problem(String.valueOf(limit(request))));
    }
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    if (!Address.isSound(request.getRequestURI()) || !Address.isSound(query)) {
      return Optional.of(Refusal.MALFORMED_PARAMETER.problem());
    }
    return Optional.empty();
  }

  /** Whether the letters it says its bytes stand for are known. */
  private static boolean isReadable(String type) {
    Matcher charset = CHARSET.matcher(type);
    try {
      return !charset.find() || Charset.isSupported(charset.group(1));
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  /** What is read as text has the small limit; photos and files have the large one. */
  private long limit(HttpServletRequest request) {
    String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
    boolean file =
        List.of("image/", "audio/", "video/", "multipart/form-data", "application/octet-stream")
                .stream()
                .anyMatch(type::startsWith)
            || type.startsWith("text/csv")
            || type.startsWith("application/vnd.")
            || type.startsWith("application/zip")
            || type.startsWith("application/pdf");
    return file && !type.contains("json") ? settings.maxUploadBytes() : settings.maxBodyBytes();
  }

  private void health(HttpServletRequest request, HttpServletResponse response) throws IOException {
    List<Refusal> missing = missing();
    if (Answer.TEXT.equalsIgnoreCase(request.getHeader("Accept"))) {
      Answer.tell(request, response, missing);
      return;
    }
    if (missing.isEmpty()) {
      Answer.write(response, "application/json", Health.UP);
      return;
    }
    List<Violation> parts =
        missing.stream()
            .map(part -> new Violation(part.name().toLowerCase(Locale.ROOT), part.words()))
            .toList();
    Answer.refuse(request, response, missing.get(0).problem(parts));
  }

  /** What is not there for the town to be used; the first is what to see to first. */
  private List<Refusal> missing() {
    Optional<Application> present = generations.present();
    if (present.isEmpty()) {
      return List.of(Refusal.STARTING);
    }
    List<Refusal> missing = new ArrayList<>();
    if (settings.authenticationRequired() && !present.get().guarded()) {
      missing.add(Refusal.NO_AUTHENTICATOR);
    }
    if (!present.get().townOpen()) {
      missing.add(Refusal.NO_TOWN);
    }
    return missing;
  }

  private void fail(HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws IOException {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("{} request failed, number {}", Refusal.FAILED.code(), reference, failure);
    if (!response.isCommitted()) {
      response.reset();
      Answer.refuse(request, response, Refusal.FAILED.referring(reference));
    }
  }

  private static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }
}
