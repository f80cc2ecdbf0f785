package org.zhili.rest.internal.door;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhili.rest.internal.engine.TrustedProxies;

/**
 * A request whose body has an end, without headers that would steer the engine, that comes from
 * whom trusted proxies say, and that tells when an operation goes on elsewhere and when that is
 * over.
 */
final class LimitedRequest extends HttpServletRequestWrapper {
  /** CXF would answer at once and run the operation behind the caller's back. */
  private static final String ONE_WAY = "OnewayRequest";

  private static final String FORWARDED = "X-Forwarded-For";
  private static final String FORWARDED_PROTOCOL = "X-Forwarded-Proto";

  private final long limit;
  private final String caller;
  private final boolean secure;
  private final Runnable whenComplete;
  private volatile boolean goesOn;

  /**
   * @param whenComplete run once, after an operation that went on elsewhere
   */
  LimitedRequest(
      HttpServletRequest request, long limit, TrustedProxies proxies, Runnable whenComplete) {
    super(request);
    this.limit = limit;
    this.caller =
        proxies.caller(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED)));
    this.secure =
        request.isSecure()
            || (proxies.trusts(request.getRemoteAddr())
                && isHttps(Collections.list(request.getHeaders(FORWARDED_PROTOCOL))));
    this.whenComplete = whenComplete;
  }

  /** The nearest proxy writes last; what stands before may be anybody's. */
  private static boolean isHttps(List<String> forwarded) {
    String last = forwarded.isEmpty() ? "" : forwarded.get(forwarded.size() - 1);
    return last.substring(last.lastIndexOf(',') + 1).strip().equalsIgnoreCase("https");
  }

  /** Whether the operation went on elsewhere, and may even have ended there. */
  boolean goesOn() {
    return goesOn;
  }

  @Override
  public AsyncContext startAsync() {
    return followed(super.startAsync());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return followed(super.startAsync(request, response));
  }

  /** Each start has listeners of its own, and only the last start is completed. */
  private AsyncContext followed(AsyncContext context) {
    goesOn = true;
    context.addListener(new Completion(whenComplete));
    return context;
  }

  private record Completion(Runnable action) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      action.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }

  @Override
  public String getRemoteAddr() {
    return caller;
  }

  @Override
  public String getRemoteHost() {
    return caller;
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new LimitedStream(super.getInputStream(), limit);
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable String getHeader(String name) {
    return ONE_WAY.equalsIgnoreCase(name) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return ONE_WAY.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    List<String> names = Collections.list(super.getHeaderNames());
    names.removeIf(ONE_WAY::equalsIgnoreCase);
    return Collections.enumeration(names);
  }
}
