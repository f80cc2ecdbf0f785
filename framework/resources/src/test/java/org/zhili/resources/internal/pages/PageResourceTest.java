package org.zhili.resources.internal.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.Membership;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.SampleModule;
import org.zhili.resources.TestTown;

class PageResourceTest {
  private final TestTown town = new TestTown();
  private final PageResource pages = town.resource(PageResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void a_modules_pages_are_listed_for_those_who_may_open_them_while_it_is_here() {
    assertThat(pages.list(LoggedIn.OPERATOR)).isEmpty();
    Membership garden = town.bring(new SampleModule(), "1.0.0");
    assertThat(paths(LoggedIn.OPERATOR)).containsExactly("beds", "gate");
    assertThat(paths(LoggedIn.SUPERVISOR)).containsExactly("gate");
    assertThat(paths(LoggedIn.NOBODY)).containsExactly("gate");
    garden.close();
    assertThat(paths(LoggedIn.OPERATOR)).isEmpty();
  }

  @Test
  void another_version_has_its_script_elsewhere_and_the_same_one_where_it_was() {
    Membership first = town.bring(new SampleModule(), "1.0.0");
    String before = script();
    first.close();
    Membership again = town.bring(new SampleModule(), "1.0.0");
    assertThat(script()).isEqualTo(before);
    again.close();
    town.bring(new SampleModule(), "1.1.0");
    assertThat(script()).isNotEqualTo(before).matches("pages/garden/[0-9a-f]{16}/beds\\.js");
  }

  @Test
  void files_beside_a_script_are_read_by_those_who_may_open_a_page_of_the_module() {
    town.bring(new SampleModule(), "1.0.0");
    Response script = file("beds.js", LoggedIn.OPERATOR);
    assertThat(new String((byte[]) script.getEntity(), UTF_8)).startsWith("export default");
    assertThat(script.getMediaType()).hasToString("text/javascript;charset=utf-8");
    assertThat(file("gate.css", LoggedIn.NOBODY).getMediaType())
        .hasToString("text/css;charset=utf-8");
    refused(404, "ZL-3064", () -> file("nothing.js", LoggedIn.OPERATOR));
    refused(404, "ZL-3064", () -> file("secret.xml", LoggedIn.OPERATOR));
    refused(404, "ZL-3064", () -> pages.file("x", edition(), "beds.js", LoggedIn.OPERATOR));
    refused(404, "ZL-3064", () -> file("beds.js", LoggedIn.SUPERVISOR));
  }

  @Test
  void a_file_of_another_edition_is_not_given_for_this_one() {
    town.bring(new SampleModule(), "1.0.0");
    refused(
        404, "ZL-3064", () -> pages.file("garden", "0".repeat(16), "beds.js", LoggedIn.OPERATOR));
  }

  @Test
  void a_file_of_a_module_that_left_is_not_there() {
    Membership garden = town.bring(new SampleModule(), "1.0.0");
    String before = edition();
    garden.close();
    refused(404, "ZL-3064", () -> pages.file("garden", before, "beds.js", LoggedIn.OPERATOR));
  }

  private Response file(String name, LoggedIn caller) {
    return pages.file("garden", edition(), name, caller);
  }

  /** Of the page that is open to anyone. */
  private String edition() {
    return pages.list(LoggedIn.NOBODY).get(0).script().split("/", -1)[2];
  }

  private List<String> paths(LoggedIn caller) {
    return pages.list(caller).stream().map(PageView::path).toList();
  }

  private String script() {
    return pages.list(LoggedIn.OPERATOR).get(0).script();
  }
}
