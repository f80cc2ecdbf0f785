package org.zhili.rest.internal.town;

import java.util.Map;
import org.zhili.resources.SampleShelf;

/** A body for every operation that takes one, with every field filled. */
final class SoundBodies {
  private static final String ASSET =
      """
      {"type":"manhole_cover","name":{"zh":"井盖","en":"Cover"},"area":"east-1","address":"中山路",
       "position":{"latitude":30.6,"longitude":104.1},"owner":"telecom","competent":"telecom",
       "maintainer":"municipal-works","supervisor":"urban-enforcement"}""";

  private static final String DEVICE =
      """
      {"type":"manhole_cover","driver":"some-driver","area":"east-1","address":"中山路",
       "position":{"latitude":30.6,"longitude":104.1},"asset":"A-east",
       "settings":{"cover.limit":"20"}}""";

  private static final String CALENDAR = "\"date,kind,name,source\\n2026-01-01,holiday,元旦,通知\\n\"";

  private static final String REPORT =
      """
      {"type":"test.component","filing":"missing","source":"hotline","subject":"manhole_cover",
       "condition":"missing","area":"east-1","address":"中山路100号",
       "position":{"latitude":30.6,"longitude":104.1},"summary":"井盖不见了","severity":"MAJOR",
       "asset":"A-east","evidence":[{"kind":"note","content":"看过"}]}""";

  private static final String RESIDENT_REPORT =
      """
      {"matter":"missing","area":"east-1","address":"中山路100号",
       "position":{"latitude":30.6,"longitude":104.1},"summary":"井盖不见了","forAnother":true}""";

  private static final String ACTION =
      """
      {"action":"note","note":"看过","reason":"雨","evidence":[{"kind":"note","content":"x"}],
       "lead":"municipal-works","assisting":["telecom"],"supervising":["urban-enforcement"],
       "notified":["telecom"],"filing":"missing","granted":true,"milestone":"repair","amount":3,
       "unit":"DAY","into":"ZL-20261123-000001","solved":true,"stars":5,"comment":"好"}""";

  private static final String DECISION =
      """
      {"lead":"municipal-works","assisting":["telecom"],"supervising":["urban-enforcement"],
       "notified":["telecom"],"reason":"他们的井盖"}""";

  private static final String RIGHTS =
      """
      {"roles":["unit"],"unit":"municipal-works","areas":["east"]}""";

  private static final String ACCOUNT = RIGHTS.replace("{", "{\"name\":\"wang\",");

  private static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("PUT /assets/{code}", ASSET),
          Map.entry("PUT /devices/{id}", DEVICE),
          Map.entry("POST /cases", REPORT),
          Map.entry("POST /cases/{case}/actions", ACTION),
          Map.entry("POST /reviews/{case}/decision", DECISION),
          Map.entry("POST /cases/{case}/disclosure", "{\"reason\":\"回访\"}"),
          Map.entry(
              "POST /public/progress/{code}/rating",
              "{\"solved\":true,\"stars\":4,\"comment\":\"谢谢\"}"),
          Map.entry("POST /public/progress/{code}/urging", "{\"reason\":\"天黑了\"}"),
          Map.entry("POST /public/progress/{code}/reopening", "{\"reason\":\"又松了\"}"),
          Map.entry("POST /public/reports", RESIDENT_REPORT),
          Map.entry("POST /public/reports/nearby", RESIDENT_REPORT),
          Map.entry("POST /scores/runs", "{\"from\":\"2026-11-01\",\"to\":\"2026-11-30\"}"),
          Map.entry("POST /quarantine/replay", "{\"driver\":\"some-driver\"}"),
          Map.entry("POST /inbox/{name}/approval", "{\"device\":" + DEVICE + "}"),
          Map.entry("POST /attachments", "a photo"),
          Map.entry("POST /imports/devices", "a sheet"),
          Map.entry("POST /imports/devices/errors", "a sheet"),
          Map.entry("POST /imports/assets", "a sheet"),
          Map.entry("POST /imports/assets/errors", "a sheet"),
          Map.entry("POST /imports/inbox", "a sheet"),
          Map.entry("POST /imports/inbox/errors", "a sheet"),
          Map.entry("POST /imports/cases", "a sheet"),
          Map.entry("POST /imports/cases/errors", "a sheet"),
          Map.entry("POST /imports/accounts", "a sheet"),
          Map.entry("POST /imports/accounts/errors", "a sheet"),
          Map.entry("POST /shelf", SampleShelf.SOUND),
          Map.entry("PUT /settings/{pid}", "{\"changes\":[{\"key\":\"note\",\"value\":\"雨\"}]}"),
          Map.entry("POST /editions/{part}/check", "{\"text\":" + CALENDAR + "}"),
          Map.entry("POST /editions/{part}/preview", "{\"text\":" + CALENDAR + "}"),
          Map.entry(
              "POST /editions/{part}",
              "{\"text\":" + CALENDAR + ",\"from\":\"2026-11-30\",\"reason\":\"通知\"}"),
          Map.entry("POST /accounts", ACCOUNT),
          Map.entry("PUT /accounts/{name}", RIGHTS),
          Map.entry("PUT /accounts/{name}/subject", "{\"subject\":\"7a1c\"}"));

  private SoundBodies() {}

  /** The body of an operation; none for those that take none. */
  static String of(Operation operation) {
    String body = ALL.getOrDefault(operation.toString(), "");
    if (operation.hasBody() && body.isEmpty()) {
      throw new AssertionError(operation + " takes a body that nobody has written here");
    }
    return body;
  }
}
