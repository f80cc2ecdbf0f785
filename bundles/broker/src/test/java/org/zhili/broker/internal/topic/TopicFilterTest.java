package org.zhili.broker.internal.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFilterTest {
  @ParameterizedTest
  @CsvSource({
    "a/b,       a/b,     true",
    "a/b,       a/B,     false",
    "a/b,       a/b/c,   false",
    "a/b/c,     a/b,     false",
    "a/+,       a/b,     true",
    "a/+,       a,       false",
    "a/+,       a/b/c,   false",
    "+/+,       a/b,     true",
    "a/#,       a,       true",
    "a/#,       a/b/c,   true",
    "a/#,       ab,      false",
    "#,         a/b,     true",
    "#,         $SYS/x,  false",
    "+/x,       $SYS/x,  false",
    "$SYS/#,    $SYS/x,  true",
    "#,         $oc/x,   false",
    "+/x,       $oc/x,   false",
    "/sys/+/x,  /sys/a/x, true",
  })
  void a_filter_matches_as_the_protocol_says(String filter, String topic, boolean expected) {
    assertThat(parse(filter).matches(topic)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a/+,   a/b,   true",
    "a/+,   a/+,   true",
    "a/+,   a/#,   false",
    "a/b,   a/+,   false",
    "a/#,   a/+/c, true",
    "a/#,   a/#,   true",
    "a/#,   a,     true",
    "#,     a/#,   true",
    "a/+/c, a/#,   false",
    "#,     $a/b,  false",
  })
  void a_filter_covers_another_when_it_hears_all_of_it(
      String filter, String other, boolean expected) {
    assertThat(parse(filter).covers(parse(other))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a/+/c, a/b/+,   true",
    "a/+/c, a/b/d,   false",
    "a/#,   a/b/c,   true",
    "a/#,   b/#,     false",
    "a/b,   a/b/c,   false",
    "a/b/#, a/b,     true",
    "+/b,   $a/b,    false",
    "/sys/+/x, /sys/a/#, true",
    "/sys/a,   b/sys/a,  false",
  })
  void two_filters_overlap_when_one_topic_is_both_of_theirs(
      String one, String two, boolean expected) {
    assertThat(parse(one).overlaps(parse(two))).isEqualTo(expected);
    assertThat(parse(two).overlaps(parse(one))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/a/b",
        "/sys//b",
        "a//b",
        "a/#/b",
        "a+",
        "a#",
        "a b",
        "a/b::c",
        "å",
        "a/\u0000",
        "a\\b"
      })
  void what_is_no_filter_is_not_read(String text) {
    assertThat(TopicFilter.parse(text)).isEmpty();
  }

  @Test
  void a_topic_has_no_wildcard_and_no_leading_dollar() {
    assertThat(TopicFilter.isTopic("zhili/v1/demo/MC-001/up")).isTrue();
    assertThat(TopicFilter.isTopic("v3/app@ttn/devices/eui-70b3/up")).isTrue();
    assertThat(TopicFilter.isTopic("zhili/+/up")).isFalse();
    assertThat(TopicFilter.isTopic("zhili/#")).isFalse();
    assertThat(TopicFilter.isTopic("$SYS/broker")).isFalse();
    assertThat(TopicFilter.isTopic("$ocean/x")).isFalse();
    assertThat(TopicFilter.isTopic("$oc/devices/cover_7/sys/properties/report")).isTrue();
    assertThat(TopicFilter.isTopic("/sys/a1/cover7/thing/event/property/post")).isTrue();
    assertThat(TopicFilter.isTopic("/sys//x")).isFalse();
    assertThat(TopicFilter.isTopic("/a/b")).isFalse();
    assertThat(TopicFilter.isTopic("a/" + "x".repeat(254))).isTrue();
    assertThat(TopicFilter.isTopic("a/" + "x".repeat(255))).isFalse();
  }

  private static TopicFilter parse(String text) {
    return TopicFilter.parse(text).orElseThrow();
  }
}
