package org.zhili.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static JsonValue read(String json) throws MalformedJson {
    return Json.read(json.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"z\":23.60,\"a\":[1e3,-0,true,false,null,\"\"],\"{}\":{},\"[]\":[]}",
        "\"井盖\\n\\\"\\\\\\u0001\"",
        "0.00000000000000000000000000000000000000000000000001",
        "null",
        "[[[[]]]]"
      })
  void what_is_read_is_written_as_it_was(String json) throws MalformedJson {
    assertThat(read(json).written()).isEqualTo(json);
    assertThat(read(" " + json + " ")).isEqualTo(read(json));
  }

  @Test
  void values_are_found_by_their_paths() throws MalformedJson {
    JsonValue json = read("{\"a\":{\"b\":7.0,\"c\":null,\"d\":true,\"e\":[1]}}");

    assertThat(json.text("a", "b")).contains("7.0");
    assertThat(json.text("a", "d")).contains("true");
    assertThat(json.at("a", "e"))
        .contains(new JsonValue.Items(List.of(new JsonValue.Numeral("1"))));
    assertThat(json.at("a", "c")).contains(new JsonValue.Nothing());
    assertThat(json.text("a", "c")).isEmpty();
    assertThat(json.text("a")).isEmpty();
    assertThat(json.at("a", "e", "0")).isEmpty();
    assertThat(json.at("x", "b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{}x",
        "{} {}",
        "{\"a\":1,\"a\":2}",
        "[1,]",
        "01",
        "NaN",
        "1e999",
        "'a'",
        "\"\u0001\"",
        "\"\\ud800",
        "// x\n1",
        "\ufeff1"
      })
  void what_is_no_strict_json_is_malformed(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            MalformedJson.class, e -> assertThat(e.fault()).isNotEmpty().hasLineCount(1));
  }

  @Test
  void what_is_too_deep_or_too_long_a_number_is_malformed() throws MalformedJson {
    assertThat(read("[".repeat(64) + "]".repeat(64))).isInstanceOf(JsonValue.Items.class);
    for (String json : List.of("[".repeat(65) + "]".repeat(65), "1".repeat(65))) {
      assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedJson.class);
    }
  }

  @Test
  void an_object_keeps_its_order_and_cannot_be_changed() throws MalformedJson {
    Map<String, JsonValue> all = ((JsonValue.Members) read("{\"b\":1,\"a\":2}")).all();

    assertThat(all.keySet()).containsExactly("b", "a");
    assertThatThrownBy(all::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
