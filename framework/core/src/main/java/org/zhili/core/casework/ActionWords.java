package org.zhili.core.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhili.casework.CaseAction;
import org.zhili.casework.Evidence;
import org.zhili.casework.Limit;
import org.zhili.casework.Rating;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/** Actions as the plain words a trace keeps, and back: what was done can be done again. */
final class ActionWords {
  private ActionWords() {}

  static SortedMap<String, String> of(CaseAction action) {
    TreeMap<String, String> words = new TreeMap<>();
    if (action instanceof CaseAction.Advance a) {
      words.put("note", a.note());
      evidence(words, a.evidence());
    } else if (action instanceof CaseAction.Dispatch a) {
      words.put("lead", a.lead().value());
      words.put("assisting", units(a.assisting()));
      words.put("supervising", units(a.supervising()));
      words.put("notified", units(a.notified()));
      words.put("why.zh", a.why().zh());
      words.put("why.en", a.why().en());
    } else if (action instanceof CaseAction.File a) {
      words.put("filing", a.filing());
      words.put("note", a.note());
    } else if (action instanceof CaseAction.Decline a) {
      words.put("reason", a.reason());
    } else if (action instanceof CaseAction.RequestReturn a) {
      words.put("reason", a.reason());
    } else if (action instanceof CaseAction.DecideReturn a) {
      words.put("granted", Boolean.toString(a.granted()));
      words.put("reason", a.reason());
    } else if (action instanceof CaseAction.Meet a) {
      words.put("milestone", a.milestone());
      words.put("note", a.note());
      evidence(words, a.evidence());
    } else if (action instanceof CaseAction.Extend a) {
      words.put("milestone", a.milestone());
      words.put("amount", Integer.toString(a.by().amount()));
      words.put("unit", a.by().unit().name());
      words.put("reason", a.reason());
    } else if (action instanceof CaseAction.Suspend a) {
      words.put("reason", a.reason());
    } else if (action instanceof CaseAction.Park a) {
      words.put("reason", a.reason());
    } else if (action instanceof CaseAction.Resume a) {
      words.put("note", a.note());
    } else if (action instanceof CaseAction.Rework a) {
      words.put("reason", a.reason());
    } else if (action instanceof CaseAction.Annul a) {
      words.put("reason", a.reason());
    } else if (action instanceof CaseAction.Merge a) {
      words.put("into", a.into().toString());
      words.put("reason", a.reason());
    } else if (action instanceof CaseAction.Reopen a) {
      words.put("reason", a.reason());
    } else if (action instanceof CaseAction.Urge a) {
      words.put("reason", a.reason());
    } else if (action instanceof CaseAction.Rate a) {
      words.put("solved", Boolean.toString(a.rating().solved()));
      words.put("stars", Integer.toString(a.rating().stars()));
      words.put("comment", a.rating().comment());
    } else if (action instanceof CaseAction.Halt a) {
      words.put("type", a.type());
      words.put("since", a.since().toString());
    } else if (action instanceof CaseAction.GoOn a) {
      words.put("type", a.type());
    } else if (action instanceof CaseAction.Note a) {
      words.put("note", a.note());
      evidence(words, a.evidence().map(List::of).orElse(List.of()));
    } else {
      throw new IllegalArgumentException("unknown action " + action);
    }
    return words;
  }

  static CaseAction action(String name, SortedMap<String, String> words) {
    String reason = words.getOrDefault("reason", "");
    String note = words.getOrDefault("note", "");
    return switch (name) {
      case "dispatch" ->
          new CaseAction.Dispatch(
              new UnitId(need(words, "lead")),
              units(need(words, "assisting")),
              units(need(words, "supervising")),
              units(need(words, "notified")),
              new Wording(need(words, "why.zh"), need(words, "why.en")));
      case "file" -> new CaseAction.File(need(words, "filing"), note);
      case "decline" -> new CaseAction.Decline(reason);
      case "request-return" -> new CaseAction.RequestReturn(reason);
      case "decide-return" ->
          new CaseAction.DecideReturn(Boolean.parseBoolean(need(words, "granted")), reason);
      case "meet" -> new CaseAction.Meet(need(words, "milestone"), note, evidence(words));
      case "extend" ->
          new CaseAction.Extend(
              need(words, "milestone"),
              new Limit(
                  Integer.parseInt(need(words, "amount")),
                  Limit.LimitUnit.valueOf(need(words, "unit"))),
              reason);
      case "suspend" -> new CaseAction.Suspend(reason);
      case "park" -> new CaseAction.Park(reason);
      case "resume" -> new CaseAction.Resume(note);
      case "rework" -> new CaseAction.Rework(reason);
      case "annul" -> new CaseAction.Annul(reason);
      case "merge" -> new CaseAction.Merge(CaseId.of(need(words, "into")), reason);
      case "reopen" -> new CaseAction.Reopen(reason);
      case "urge" -> new CaseAction.Urge(reason);
      case "rate" ->
          new CaseAction.Rate(
              new Rating(
                  Boolean.parseBoolean(need(words, "solved")),
                  Integer.parseInt(need(words, "stars")),
                  words.getOrDefault("comment", "")));
      case "halt" -> new CaseAction.Halt(need(words, "type"), Instant.parse(need(words, "since")));
      case "go-on" -> new CaseAction.GoOn(need(words, "type"));
      case "note" -> new CaseAction.Note(note, evidence(words).stream().findFirst());
      default -> new CaseAction.Advance(name, note, evidence(words));
    };
  }

  static void evidence(SortedMap<String, String> words, List<Evidence> evidence) {
    for (int i = 0; i < evidence.size(); i++) {
      words.put("evidence." + i + ".kind", evidence.get(i).kind());
      words.put("evidence." + i + ".content", evidence.get(i).content());
    }
  }

  static List<Evidence> evidence(SortedMap<String, String> words) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; words.containsKey("evidence." + i + ".kind"); i++) {
      evidence.add(
          new Evidence(
              need(words, "evidence." + i + ".kind"), need(words, "evidence." + i + ".content")));
    }
    return evidence;
  }

  static String need(SortedMap<String, String> words, String name) {
    return Optional.ofNullable(words.get(name))
        .orElseThrow(() -> new IllegalArgumentException("a trace entry lacks \"" + name + "\""));
  }

  private static String units(Set<UnitId> units) {
    TreeSet<String> ids = new TreeSet<>();
    units.forEach(unit -> ids.add(unit.value()));
    return String.join(" ", ids);
  }

  private static Set<UnitId> units(String ids) {
    TreeSet<UnitId> units = new TreeSet<>();
    for (String id : ids.split(" ", -1)) {
      if (!id.isEmpty()) {
        units.add(new UnitId(id));
      }
    }
    return units;
  }
}
