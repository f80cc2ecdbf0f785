package org.zhili.access.internal.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.accounts.Sessions.Session;
import org.zhili.access.internal.rest.SessionToken;
import org.zhili.data.DatabaseFailure;
import org.zhili.resources.live.LiveFeed;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.security.RemoteNetwork;

/**
 * Opens a line to whoever asks for one and may have it. All others go on to the resource behind it,
 * where they are refused as everywhere: by their session, by the rule of the operation, in words.
 *
 * <p>The stream is no resource itself: one generation of resources waits for its requests before it
 * makes way for the next, and these never end.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/api/live")
@HttpWhiteboardFilterAsyncSupported
public final class LiveDoor implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(LiveDoor.class);

  private final AccessDesk desk;
  private final Lines lines;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(LiveDoor::daemon);
  private final ScheduledFuture<?> checking;
  private volatile Optional<LiveFeed> feed = Optional.empty();

  @Activate
  public LiveDoor(@Reference AccessDesk desk) {
    this.desk = desk;
    lines = new Lines(this::look);
    long every = Lines.CHECKED.toMillis();
    checking = thread.scheduleWithFixedDelay(this::check, every, every, TimeUnit.MILLISECONDS);
  }

  /** A token of the identity provider has a line until it ends. */
  private Optional<Session> look(String token) {
    return session(token, signed -> desk.tokens().look(signed));
  }

  /**
   * Whoever comes by such a token for the first time is written down. Nobody knows here which
   * proxies to trust: behind one, the line in the audit names its network.
   */
  private Optional<Session> enter(String token, HttpServletRequest request) {
    String network = RemoteNetwork.of(request.getRemoteAddr());
    return session(token, signed -> desk.tokens().enter(signed, network));
  }

  private Optional<Session> session(String token, Function<String, Session> signed) {
    try {
      return desk.tokens().takes(token)
          ? Optional.of(signed.apply(token))
          : desk.sessions().look(token).filter(LiveDoor::hasChosen);
    } catch (ProblemException e) {
      return Optional.empty(); // the resource tells it in words
    }
  }

  /** Who comes by a token of the provider need not have a password here. */
  private static boolean hasChosen(Session session) {
    return !session.account().mustChangePassword();
  }

  /** What goes wrong now must not keep it from being done again. */
  private void check() {
    try {
      lines.check();
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("Lines to browsers are checked a little later", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "zhili-live-lines");
    thread.setDaemon(true);
    return thread;
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void setFeed(LiveFeed here) {
    feed = Optional.of(here);
  }

  void unsetFeed(LiveFeed gone) {
    feed = feed.filter(here -> !here.equals(gone));
    lines.endAll();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    Optional<Line> line = asked.getMethod().equals("GET") ? take(asked) : Optional.empty();
    if (line.isPresent()) {
      open(line.get(), asked, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private Optional<Line> take(HttpServletRequest request) {
    Optional<String> token = SessionToken.ofReader(request);
    try {
      return feed.flatMap(there -> token.flatMap(held -> take(held, request, there)));
    } catch (DatabaseFailure e) {
      return Optional.empty(); // the resource tells it in words
    }
  }

  private Optional<Line> take(String token, HttpServletRequest request, LiveFeed there) {
    return enter(token, request).flatMap(session -> lines.take(token, session, there));
  }

  private void open(Line line, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Accel-Buffering", "no");
    boolean opened = false;
    try {
      AsyncContext context = request.startAsync();
      context.setTimeout(0);
      context.addListener(new Ending(line));
      line.greet();
      line.open(context, response.getOutputStream());
      opened = true;
    } finally {
      if (!opened) {
        lines.left(line);
      }
    }
  }

  private final class Ending implements AsyncListener {
    private final Line line;

    Ending(Line line) {
      this.line = line;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      lines.left(line);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      lines.left(line);
    }

    @Override
    public void onError(AsyncEvent event) {
      lines.left(line);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }

  @Deactivate
  void close() {
    checking.cancel(false);
    thread.shutdown();
    lines.close();
  }
}
