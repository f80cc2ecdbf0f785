package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.data.Vendor;

class JdbcUrlTest {

  private static final String DIALECT =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  @Test
  void the_scheme_tells_product_and_driver() {
    assertThat(new JdbcUrl("jdbc:h2:mem:x").vendor()).isEqualTo(Vendor.H2);
    assertThat(new JdbcUrl("jdbc:h2:mem:x").driver()).isEqualTo("org.h2.Driver");
    JdbcUrl postgres = new JdbcUrl(" jdbc:postgresql://host/zhili ");
    assertThat(postgres.vendor()).isEqualTo(Vendor.POSTGRESQL);
    assertThat(postgres.driver()).isEqualTo("org.postgresql.Driver");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jdbc:oracle:thin:@host", "postgresql://host/zhili", "jdbc:h2"})
  void another_product_is_refused(String text) {
    assertThatThrownBy(() -> new JdbcUrl(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jdbc:h2:")
        .hasMessageContaining("jdbc:postgresql:");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:file:/data/zhili, jdbc:h2:retry:/data/zhili",
    "jdbc:h2:/data/zhili, jdbc:h2:retry:/data/zhili",
    "jdbc:h2:./zhili, jdbc:h2:retry:./zhili",
    "jdbc:h2:~/zhili, jdbc:h2:retry:~/zhili",
    "jdbc:h2:C:/data/zhili, jdbc:h2:retry:C:/data/zhili",
    "jdbc:h2:retry:/data/zhili, jdbc:h2:retry:/data/zhili",
    "jdbc:h2:mem:zhili, jdbc:h2:mem:zhili",
    "jdbc:h2:tcp://host/zhili, jdbc:h2:tcp://host/zhili",
  })
  void an_h2_file_is_opened_so_that_interrupts_do_not_close_it(String given, String start) {
    assertThat(new JdbcUrl(given).withDefaults().text())
        .isEqualTo(start + DIALECT + ";WRITE_DELAY=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WRITE_DELAY=500", "write_delay=10", "WRITE_DELAY=0"})
  void an_h2_file_writes_at_commit_whatever_the_url_says(String setting) {
    String given = "jdbc:h2:file:/data/zhili;" + setting + ";MODE=PostgreSQL";
    assertThat(new JdbcUrl(given).withDefaults().text())
        .containsOnlyOnce("WRITE_DELAY=0")
        .doesNotContainIgnoringCase("WRITE_DELAY=5")
        .doesNotContainIgnoringCase("WRITE_DELAY=1")
        .containsOnlyOnce("MODE=PostgreSQL");
  }

  @Test
  void postgresql_gets_only_what_is_left_open() {
    assertThat(new JdbcUrl("jdbc:postgresql://host/zhili").withDefaults().text())
        .isEqualTo(
            "jdbc:postgresql://host/zhili"
                + "?reWriteBatchedInserts=true&tcpKeepAlive=true&logServerErrorDetail=false");
    assertThat(
            new JdbcUrl("jdbc:postgresql://host/zhili?ssl=true&reWriteBatchedInserts=false")
                .withDefaults()
                .text())
        .isEqualTo(
            "jdbc:postgresql://host/zhili?ssl=true&reWriteBatchedInserts=false"
                + "&tcpKeepAlive=true&logServerErrorDetail=false");
  }

  @Test
  void completing_twice_changes_nothing() {
    JdbcUrl once = new JdbcUrl("jdbc:h2:file:/data/zhili").withDefaults();
    assertThat(once.withDefaults()).isEqualTo(once);
    assertThat(once.settingsBeyond(once)).isEmpty();
  }

  @Test
  void what_was_added_can_be_told_without_telling_the_password() {
    JdbcUrl given = new JdbcUrl("jdbc:postgresql://host/zhili?password=secret");
    assertThat(given.withDefaults().settingsBeyond(given))
        .containsExactly(
            "reWriteBatchedInserts=true", "tcpKeepAlive=true", "logServerErrorDetail=false");
    JdbcUrl file = new JdbcUrl("jdbc:h2:file:/data/zhili;MODE=PostgreSQL;WRITE_DELAY=500");
    assertThat(file.withDefaults().settingsBeyond(file))
        .containsExactlyInAnyOrder(
            "DATABASE_TO_LOWER=TRUE", "DEFAULT_NULL_ORDERING=HIGH", "WRITE_DELAY=0", "retry:");
  }
}
