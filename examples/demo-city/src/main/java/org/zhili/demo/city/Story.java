package org.zhili.demo.city;

import java.util.Optional;
import org.zhili.demo.city.device.CityMessage;
import org.zhili.demo.city.device.Fleet;
import org.zhili.demo.city.ledger.Casebook;
import org.zhili.demo.city.ledger.Casebook.Card;
import org.zhili.demo.city.town.Answers.CaseDetail;
import org.zhili.demo.city.town.Answers.Progress;
import org.zhili.demo.city.town.Answers.Stage;
import org.zhili.demo.city.town.Answers.Trace;
import org.zhili.demo.city.town.Api;
import org.zhili.demo.city.town.Login;
import org.zhili.demo.city.town.Refusal;

/** Tells of the cover that is tilted at the beginning, from the alarm to the closed case. */
final class Story {
  private static final String TILTED = "tilted";

  private final Api api;
  private final Login operator;
  private final Casebook casebook;
  private final Screen screen;
  private boolean dispatchTold;
  private boolean endTold;

  Story(Api api, Login operator, Casebook casebook, Screen screen) {
    this.api = api;
    this.operator = operator;
    this.casebook = casebook;
    this.screen = screen;
  }

  /** The message by which whoever watches can tilt it, too; without a time it is now. */
  static String example() {
    return new CityMessage(
            Settlement.STORY, "manhole_cover", "中山路100号", TILTED, "", Optional.empty())
        .toJson();
  }

  static void begin(Fleet fleet) {
    fleet.suffer(Settlement.STORY, TILTED);
  }

  /** Tell what is new. */
  void goOn() throws Refusal {
    Optional<Card> card = casebook.about(Settlement.STORY, TILTED);
    if (card.isEmpty()) {
      return;
    }
    if (!dispatchTold) {
      tellDispatch(card.get());
    } else if (!endTold && card.get().closedAt().isPresent()) {
      tellEnd(card.get());
    }
  }

  /** Tell how it ended, or that it did not in the time there was. */
  void conclude() throws Refusal {
    goOn();
    if (endTold) {
      return;
    }
    Optional<Card> card = casebook.about(Settlement.STORY, TILTED);
    Optional<String> code = card.flatMap(Card::publicCode);
    if (code.isEmpty()) {
      screen.say("demo.story-untold", Settlement.STORY);
      return;
    }
    Progress progress = api.get(Progress.path(code.get()), Optional.empty(), Progress.class);
    screen.say(
        "demo.story-open", progress.number(), Phrases.in(screen.language(), progress.stateName()));
  }

  private void tellDispatch(Card card) throws Refusal {
    CaseDetail detail = operator.get("cases/" + card.id(), CaseDetail.class);
    Optional<String> lead = detail.assignment().lead();
    if (lead.isEmpty()) {
      return;
    }
    dispatchTold = true;
    screen.say(
        "demo.story-dispatched",
        detail.number(),
        Phrases.in(screen.language(), detail.summary()),
        lead.get(),
        String.join(", ", detail.assignment().supervising()),
        reason(card),
        card.publicCode().map(Progress::path).map(api::address).orElse("-"));
  }

  private String reason(Card card) throws Refusal {
    String key = "why." + screen.language().name().toLowerCase(java.util.Locale.ROOT);
    return operator.get("cases/" + card.id() + "/trace", Trace.class).entries().stream()
        .filter(entry -> entry.action().equals("dispatch"))
        .map(entry -> entry.words().getOrDefault(key, ""))
        .reduce("", (before, last) -> last);
  }

  /** As a resident sees it: by the code, without a login. */
  private void tellEnd(Card card) throws Refusal {
    endTold = true;
    Progress progress =
        api.get(Progress.path(card.publicCode().orElse("-")), Optional.empty(), Progress.class);
    StringBuilder stages = new StringBuilder();
    for (Stage stage : progress.stages()) {
      stages
          .append(stages.isEmpty() ? "" : " → ")
          .append(Phrases.in(screen.language(), stage.name()))
          .append(' ')
          .append(stage.reachedAt().map(Phrases::time).orElse("-"));
    }
    screen.say("demo.story-closed", progress.number(), stages.toString());
  }
}
