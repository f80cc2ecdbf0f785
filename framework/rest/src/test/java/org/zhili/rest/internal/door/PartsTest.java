package org.zhili.rest.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.zhili.rest.internal.engine.Application;
import org.zhili.rest.internal.engine.FixedPart;
import org.zhili.rest.internal.engine.Part;

/** Parts that cannot be served do not take the others with them. */
class PartsTest {
  @Test
  void broken_resources_are_left_out_and_the_others_served() {
    try (Town town =
        Town.guarded(
            new Parts.Pathless(),
            new Parts.BrokenPath(),
            new Parts.Idle(),
            new Parts.Locator(),
            new Parts.NotPublic(),
            new Parts.Hello("world"))) {
      assertThat(town.get("/hello").body()).isEqualTo("world");
      for (String path : List.of("/broken/1", "/idle", "/locator", "/locator/sub", "/hidden")) {
        assertThat(town.get(path).status()).as(path).isEqualTo(404);
      }
      assertThat(town.generations().present().orElseThrow().resources()).hasSize(1);
    }
  }

  @Test
  void a_broken_extension_is_left_out_and_the_gate_stays_shut() {
    Part keeper = new FixedPart("keeper", new Believer());
    try (Town town = Town.starting()) {
      Part broken = new BrokenPart();
      town.serve(
          new Application(
              List.of(new FixedPart(new Parts.Hello("x"))),
              List.of(keeper, broken),
              true,
              true,
              "Bearer"));
      assertThat(town.get("/hello").code()).isEqualTo("ZL-5019");
    }
  }

  @Test
  void of_two_extensions_the_higher_ranked_one_answers() {
    for (List<String> order : List.of(List.of("first", "second"), List.of("second", "first"))) {
      try (Town town = Town.starting()) {
        List<Part> extensions = new ArrayList<>(List.of(new FixedPart(new Believer())));
        order.forEach(name -> extensions.add(new FixedPart(new Parts.MapsTrouble(name))));
        town.serve(
            new Application(
                List.of(new FixedPart(new Parts.Troubled())), extensions, true, true, "Bearer"));
        assertThat(town.get("/trouble").body()).isEqualTo(order.get(0));
      }
    }
  }

  @Test
  void of_two_resources_with_one_address_the_higher_ranked_one_answers() {
    for (List<String> order : List.of(List.of("first", "second"), List.of("second", "first"))) {
      try (Town town = Town.guarded(new Parts.Hello(order.get(0)), new Twin(order.get(1)))) {
        assertThat(town.get("/hello").body()).isEqualTo(order.get(0));
      }
    }
  }

  /** The same address in another class. */
  @jakarta.ws.rs.Path("hello")
  @org.zhili.access.Allowed(org.zhili.access.Allowed.ANYONE)
  public static class Twin {
    private final String name;

    public Twin(String name) {
      this.name = name;
    }

    @jakarta.ws.rs.GET
    public String hello() {
      return name;
    }
  }

  @Test
  void a_part_per_request_gives_each_request_its_own_and_takes_it_back() {
    AtomicInteger given = new AtomicInteger();
    AtomicInteger back = new AtomicInteger();
    Part part =
        new Part() {
          @Override
          public String name() {
            return "per request";
          }

          @Override
          public Class<?> type() {
            return Parts.PerRequest.class;
          }

          @Override
          public boolean perRequest() {
            return true;
          }

          @Override
          public Object acquire() {
            return new Parts.PerRequest(given.incrementAndGet(), nowhere());
          }

          @Override
          public void release(Object instance) {
            back.incrementAndGet();
          }
        };
    try (Town town = Town.starting()) {
      town.serve(
          new Application(
              List.of(part), List.of(new FixedPart(new Believer())), true, true, "Bearer"));
      assertThat(town.get("/own").body()).isEqualTo("1 at own");
      assertThat(town.get("/own").body()).isEqualTo("2 at own");
      assertThat(town.get("/own?limit=10").code()).isEqualTo("ZL-5007");
      assertThat(given.get()).isEqualTo(3);
      assertThat(back.get()).isEqualTo(3);
    }
  }

  private static UriInfo nowhere() {
    return (UriInfo)
        Proxy.newProxyInstance(
            UriInfo.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (self, method, arguments) -> {
              throw new IllegalStateException("nobody put the address in");
            });
  }

  /** A part whose service has gone. */
  private static final class BrokenPart implements Part {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public Class<?> type() {
      return Object.class;
    }

    @Override
    public boolean perRequest() {
      return false;
    }

    @Override
    public Object acquire() {
      throw new IllegalStateException("gone");
    }

    @Override
    public void release(Object instance) {}
  }
}
