package org.zhili.resources.internal.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.id.AssetId;
import org.zhili.resources.Bodies;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.Paging;

class AssetResourceTest {
  private final TestTown town = new TestTown();
  private final AssetResource assets = town.resource(AssetResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void an_asset_remembers_who_owned_it() {
    town.pass(Duration.ofDays(1));
    put("A-east", Bodies.cover("municipal-works"), LoggedIn.ADMINISTRATOR);
    AssetView view = asset("A-east", LoggedIn.WORKS);
    assertThat(view.asset().owner()).contains("municipal-works");
    assertThat(view.owners())
        .extracting(ownership -> ownership.owner().orElse("-"))
        .containsExactly("municipal-works", "telecom");
    assertThat(view.owners().get(0).since()).isEqualTo(TestTown.START.plus(Duration.ofDays(1)));
  }

  @Test
  void of_two_administrators_the_later_does_not_undo_what_the_earlier_did() {
    EntityTag seen = assets.read("A-east", LoggedIn.ADMINISTRATOR).getEntityTag();
    Response first =
        assets.register(
            "A-east", Bodies.cover("municipal-works"), quoted(seen), null, LoggedIn.ADMINISTRATOR);
    refused(
        412,
        "ZL-3034",
        () ->
            assets.register(
                "A-east", Bodies.cover("telecom"), quoted(seen), null, LoggedIn.ADMINISTRATOR));
    refused(
        428,
        "ZL-3033",
        () ->
            assets.register("A-east", Bodies.cover("telecom"), null, null, LoggedIn.ADMINISTRATOR));
    assertThat(asset("A-east", LoggedIn.WORKS).asset().owner()).contains("municipal-works");
    assertThat(assets.read("A-east", LoggedIn.WORKS).getEntityTag())
        .isEqualTo(first.getEntityTag())
        .isNotEqualTo(seen);

    assets.register("A-east", Bodies.cover("telecom"), "*", null, LoggedIn.ADMINISTRATOR);
    assertThat(asset("A-east", LoggedIn.WORKS).asset().owner()).contains("telecom");
  }

  private static String quoted(EntityTag tag) {
    return "\"" + tag.getValue() + "\"";
  }

  @Test
  void assets_come_in_pages_by_their_codes_and_only_from_where_the_viewer_may_look() {
    Paging.Page<AssetRow> first = assets.list(null, 1, LoggedIn.WORKS);
    assertThat(first.items()).extracting(AssetRow::id).containsExactly("A-east");
    assertThat(assets.list(first.next().orElseThrow(), 1, LoggedIn.WORKS).items())
        .extracting(AssetRow::id)
        .containsExactly("A-west");
    assertThat(assets.list(null, 9, LoggedIn.SUPERVISOR.in("west")).items())
        .extracting(AssetRow::id)
        .containsExactly("A-west");
    refused(401, "ZL-3001", () -> assets.list(null, 9, LoggedIn.NOBODY));
  }

  @Test
  void an_asset_belongs_to_units_on_the_register() {
    refused(422, "ZL-2015", () -> put("A-new", Bodies.cover("nobody"), LoggedIn.ADMINISTRATOR));
    refused(404, "ZL-3023", () -> asset("A-new", LoggedIn.ADMINISTRATOR));
  }

  private AssetView put(String code, AssetBody body, LoggedIn by) {
    String known = town.town().devices().asset(new AssetId(code)).map(a -> "*").orElse(null);
    return (AssetView) assets.register(code, body, known, null, by).getEntity();
  }

  private AssetView asset(String code, LoggedIn by) {
    return (AssetView) assets.read(code, by).getEntity();
  }
}
