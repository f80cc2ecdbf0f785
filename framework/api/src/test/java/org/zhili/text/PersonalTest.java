package org.zhili.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTest {
  @ParameterizedTest
  @CsvSource({
    "身份证110101199003071234。, 身份证1101**********1234。",
    "11010119900307123x, 1101**********123x",
    "110101 19900307 1234, 1101** ******** 1234",
    "１１０１０１１９９００３０７１２３４, １１０１**********１２３４",
    "请打13812345678联系, 请打138****5678联系",
    "138-1234-5678, 138-****-5678",
    "138.1234.5678, 138.****.5678",
    "013812345678, 0138****5678",
    "ID110101199003071234, ID1101**********1234",
    "110101199003071234TEL13812345678, 1101**********1234TEL138****5678",
    "138 1234 5678, 138 **** 5678",
    "+8613812345678, +86138****5678",
    "+86 138 1234 5678, +86 138 **** 5678",
    "008613812345678, 0086138****5678",
    "１３８１２３４５６７８, １３８****５６７８",
    "0359-2123456, 0359-****456",
    "(010)62345678, (010)*****678",
    "01062345678, 0106****678",
    "浙A12345挡住通道, 浙A***45挡住通道",
    "浙A·12345, 浙A·***45",
    "苏BD12345, 苏B****45",
    "浙a12345, 浙a***45",
    "粤Z1234港, 粤Z***4港",
    "卡号6222021234567890128。, 卡号622202*********0128。",
    "4111 1111 1111 1111, 4111 11** **** 1111",
    "13812345678和13912345678, 138****5678和139****5678",
  })
  void what_names_a_person_is_covered(String written, String shown) {
    assertThat(Personal.masked(written)).isEqualTo(shown);
    assertThat(Personal.isIn(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "井盖移位",
        "ZL-20261128-000001",
        "990001001001001",
        "1408270000112233",
        "2026-11-28 13:45:10",
        "1764312345678",
        "914403001922038216",
        "6222021234567890129",
        "019cac25-d064-7000-8055-facfa91bbd3d",
        "019CAC25-1381-2345-6785-FACFA91BBD3D",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b8a13812345678abcdef0",
        "911101010000000000123",
        "3d9f2c1e-0b1a-4c5d-8e9f-0a1b2c3d4e5f",
        "192.168.10.253",
        "川A座三单元",
        "编号 0001234",
        "浓度 1380 ppm 超 5678 点",
        "𠮷𠮷街 3 号",
      })
  void other_numbers_stay(String written) {
    assertThat(Personal.masked(written)).isEqualTo(written);
    assertThat(Personal.isIn(written)).isFalse();
  }

  @Test
  void what_is_shown_is_shown_again_as_it_is() {
    String shown = Personal.masked("张某 13812345678，身份证 110101199003071234，浙A12345");
    assertThat(Personal.masked(shown)).isEqualTo(shown);
  }

  @Test
  void both_languages_are_covered() {
    assertThat(Personal.masked(new Wording("电话13812345678", "call 13812345678")))
        .isEqualTo(new Wording("电话138****5678", "call 138****5678"));
  }

  /** Five hundred made up numbers of each kind, in the middle of words. */
  @Test
  void none_of_many_is_left_out() {
    Random random = new Random(7);
    DateTimeFormatter day = DateTimeFormatter.BASIC_ISO_DATE;
    for (int i = 0; i < 500; i++) {
      String mobile = "1" + (3 + random.nextInt(7)) + digits(random, 9);
      String born = day.format(LocalDate.of(1930, 1, 1).plusDays(random.nextInt(30_000)));
      String identity = (1 + random.nextInt(8)) + digits(random, 5) + born + digits(random, 4);
      String plate = "晋" + (char) ('A' + random.nextInt(8)) + digits(random, 5);
      String shown = Personal.masked("住户" + identity + "电话" + mobile + "车" + plate + "停");
      assertThat(shown)
          .doesNotContain(identity, mobile, plate)
          .hasSize(2 + 18 + 2 + 11 + 1 + 7 + 1);
    }
  }

  private static String digits(Random random, int count) {
    return random
        .ints(count, 0, 10)
        .collect(StringBuilder::new, StringBuilder::append, (a, b) -> {})
        .toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"13812345678", " 138 1234 5678 ", "+8613812345678", "浙a12345", "0571-88888888"})
  void a_number_alone_is_one(String text) {
    assertThat(Personal.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1381234567", "138****5678", "张13812345678", "13812345678 139", "中山路100号"})
  void a_part_of_a_number_or_more_than_one_is_none(String text) {
    assertThat(Personal.isOne(text)).isFalse();
  }

  @Test
  void ten_thousand_signs_of_nothing_take_no_time_worth_naming() {
    assertThat(Personal.masked("1 ".repeat(5000))).hasSize(10_000);
    assertThat(Personal.masked("浙A".repeat(5000))).hasSize(10_000);
  }
}
