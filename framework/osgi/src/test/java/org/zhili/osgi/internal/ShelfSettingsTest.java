package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.core.shelf.SignatureCheck;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

class ShelfSettingsTest {
  /** A configuration as it arrives. */
  @SuppressWarnings("BadAnnotationImplementation") // compared with nothing
  private record Config(String signatures) implements ShelfConfig {
    @Override
    public String folder() {
      return "data/plug-ins";
    }

    @Override
    public String deploy() {
      return "deploy";
    }

    @Override
    public String vendors() {
      return "etc/trusted-vendors";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return ShelfConfig.class;
    }
  }

  @ParameterizedTest
  @CsvSource({"off, OFF", "Warn, WARN", "' enforce ', ENFORCE"})
  void a_policy_is_read_however_it_is_written(String text, SignatureCheck.Policy policy) {
    assertThat(ShelfSettings.read(new Config(text)).signatures()).isEqualTo(policy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sometimes"})
  void the_strictest_policy_stands_in_for_one_that_is_none(String text) {
    assertThat(ShelfSettings.read(new Config(text)).signatures())
        .isEqualTo(SignatureCheck.Policy.ENFORCE);
  }

  @Test
  void a_wrong_policy_is_told_in_both_languages() {
    Words words = Words.beside(ShelfSettings.class);
    Text fault = Text.of("osgi.signatures", "sometimes");
    assertThat(words.render(fault, Language.ZH)).contains("signatures = sometimes 不可用");
    assertThat(words.render(fault, Language.EN)).contains("signatures = sometimes", "write off");
    assertThat(words.keys(Language.ZH)).isEqualTo(words.keys(Language.EN));
  }
}
