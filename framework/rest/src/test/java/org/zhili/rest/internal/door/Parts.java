package org.zhili.rest.internal.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.zhili.access.Allowed;

/** Resources and extensions, good and bad. */
public final class Parts {
  private Parts() {}

  /** Says its name. */
  @Path("hello")
  @Allowed(Allowed.ANYONE)
  public static class Hello {
    private final String name;

    public Hello(String name) {
      this.name = name;
    }

    @GET
    public String hello() {
      return name;
    }
  }

  /** Forgot the rule. */
  @Path("unruled")
  public static class Unruled {
    @GET
    public String get() {
      return "unruled";
    }
  }

  /** Answers when it is told to. */
  @Path("slow")
  @Allowed(Allowed.ANYONE)
  public static class Slow {
    public final CountDownLatch inside = new CountDownLatch(1);
    public final CountDownLatch go = new CountDownLatch(1);

    @GET
    public String slow() throws InterruptedException {
      inside.countDown();
      go.await();
      return "done";
    }
  }

  /** Answers later, on another thread. */
  @Path("later")
  @Allowed(Allowed.ANYONE)
  public static class Later {
    public final BlockingQueue<AsyncResponse> waiting = new LinkedBlockingQueue<>();

    @GET
    public void later(@Suspended AsyncResponse response) {
      waiting.add(response);
    }
  }

  /** Has its own view of each request. */
  @Path("own")
  @Allowed(Allowed.ANYONE)
  public static class PerRequest {
    @Context private UriInfo address;
    private final int number;

    public PerRequest(int number, UriInfo none) {
      this.number = number;
      this.address = none;
    }

    @GET
    public String number(@QueryParam("limit") @Max(9) int limit) {
      return number + " at " + address.getPath();
    }
  }

  /** Two templates of one name with different patterns, which no engine takes. */
  @Path("broken/{id: [}")
  @Allowed(Allowed.ANYONE)
  public static class BrokenPath {
    @GET
    public String get() {
      return "never";
    }
  }

  /** Says where the caller is. */
  @Path("where")
  @Allowed(Allowed.ANYONE)
  public static class Where {
    @GET
    public String get(@Context HttpServletRequest request) {
      return request.getRemoteAddr() + " " + request.getRemoteHost();
    }

    @GET
    @Path("secure")
    public String secure(@Context HttpServletRequest request) {
      return request.isSecure() + " " + request.getAttribute("org.zhili.rest.secure");
    }
  }

  /** No address. */
  public static class Pathless {
    @GET
    public String get() {
      return "never";
    }
  }

  /** No operation. */
  @Path("idle")
  public static class Idle {}

  /** Hands requests on to something with rules nobody reads. */
  @Path("locator")
  @Allowed(Allowed.ANYONE)
  public static class Locator {
    @GET
    public String get() {
      return "never";
    }

    @Path("sub")
    public Object locate() {
      return new Unruled();
    }
  }

  /** Not public. */
  @Path("hidden")
  @Allowed(Allowed.ANYONE)
  static class NotPublic {
    @GET
    public String get() {
      return "never";
    }
  }

  /** Throws what only a mapper of its bundle understands. */
  @Path("trouble")
  @Allowed(Allowed.ANYONE)
  public static class Troubled {
    @GET
    public String get() {
      throw new ArithmeticException("seven");
    }
  }

  /** Understands it. */
  public static class MapsTrouble implements ExceptionMapper<ArithmeticException> {
    private final String answer;

    public MapsTrouble(String answer) {
      this.answer = answer;
    }

    @Override
    public Response toResponse(ArithmeticException exception) {
      return Response.status(200).entity(answer).build();
    }
  }
}
