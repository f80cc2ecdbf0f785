package org.zhili.citypack.internal;

import java.util.Locale;
import org.zhili.citypack.Fault;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** The kinds of faults; the words of each lie in the message files beside {@link Fault}. */
public enum Problem {
  FOLDER_MISSING(1200),
  FILE_MISSING(1201),
  FILE_UNREADABLE(1202),
  FILE_NOT_UTF8(1203),
  FILE_UNKNOWN(1204),
  CSV_MALFORMED(1205),
  CSV_COLUMN_MISSING(1206),
  CSV_COLUMN_UNKNOWN(1207),
  CSV_COLUMN_TWICE(1208),
  CSV_FIELD_COUNT(1209),
  JSON_MALFORMED(1210),
  JSON_PROPERTY_UNKNOWN(1211),
  JSON_PROPERTY_TWICE(1212),
  JSON_KIND(1213),
  VALUE_MISSING(1214),
  VALUE_TWICE(1215),
  NOT_A_CODE(1216),
  NOT_ONE_OF(1217),
  NOT_A_DATE(1218),
  NOT_A_TIME(1219),
  NOT_A_DURATION(1220),
  NOT_A_ZONE(1221),
  NOT_A_NUMBER(1222),
  NUMBER_OUT_OF_RANGE(1223),
  NOT_A_LIMIT(1224),
  NOT_A_SETTING(1225),
  POSITION_HALF(1226),
  HOURS_WRONG(1227),
  WORDS_MALFORMED(1228),
  ID_TWICE(1230),
  REFERENCE_UNKNOWN(1231),
  CYCLE(1232),
  PERIOD_ENDS_EARLY(1233),
  CATALOGUE_OVERLAP(1234),
  RANGE_REVERSED(1235),
  FILING_WITHOUT_TYPE(1236),
  TERRITORY_TWICE(1237),
  FILING_NOT_BY_SYSTEM(1238),
  SILENT_AFTER_WRONG(1239),
  FILE_TOO_LARGE(1240),
  RING_TOO_SHORT(1241),
  RING_OPEN(1242),
  NOT_A_POSITION(1243),
  RING_EMPTY(1244),
  RING_CROSSES(1245),
  SHAPE_TOO_LARGE(1246),
  POSITIONS_TOO_MANY(1247),
  REFERENCE_SYSTEM(1248),
  TYPE_TOO_SHORT(1250),
  FIRST_STEP_NOT_REPORTED(1251),
  LAST_STEP_NOT_CLOSED(1252),
  STEP_GOES_BACK(1253),
  STEP_UNKNOWN(1254),
  STEP_UNREACHABLE(1255),
  STEP_DEAD_END(1256),
  PASSAGE_LEAVES_CLOSED(1257),
  PASSAGE_TWICE(1258),
  PASSAGE_FOR_NOBODY(1259),
  PASSAGE_NAMED_AS_SIDE(1260),
  MILESTONE_BACKWARDS(1261),
  SIDE_UNKNOWN(1262),
  STATE_MISSING(1263),
  DISPATCH_ELSEWHERE(1264),
  NAME_OF_THE_TOWN(1270);

  private static final Words WORDS = Words.beside(Fault.class);

  private final int number;

  Problem(int number) {
    this.number = number;
  }

  public String code() {
    return "ZL-" + number;
  }

  /** The key of its words. */
  public String key() {
    return "citypack." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Wording words(String... arguments) {
    return WORDS.render(Text.of(key(), arguments));
  }
}
