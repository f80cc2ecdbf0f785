package org.zhili.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.zhili.frame.Station;
import org.zhili.id.DeviceId;

class AdmissionsTest {
  private static final Station RIGHT = station("123456");
  private static final Station WRONG = station("654321");

  private final TestStations stations = TestStations.ofBoth();
  private final AtomicLong nanos = new AtomicLong();
  private final Admissions admissions = new Admissions(stations, nanos::get);

  AdmissionsTest() {
    stations.password(Samples.STATION, "123456");
  }

  private static Station station(String password) {
    return new Station(new DeviceId(Samples.STATION), Optional.of(password));
  }

  @Test
  void a_station_that_was_let_in_is_not_asked_about_at_every_frame() {
    for (int frame = 0; frame < 100; frame++) {
      assertThat(admissions.admit(RIGHT)).isPresent();
    }
    assertThat(stations.admissions()).isEqualTo(1);
  }

  @Test
  void another_password_is_another_question() {
    assertThat(admissions.admit(RIGHT)).isPresent();
    assertThat(admissions.admit(WRONG)).isEmpty();
  }

  @Test
  void what_the_town_takes_back_holds_within_a_minute() {
    assertThat(Admissions.KEPT).isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(admissions.admit(RIGHT)).isPresent();
    stations.password(Samples.STATION, "another");
    nanos.addAndGet(Admissions.KEPT.toNanos());
    assertThat(admissions.admit(RIGHT)).isEmpty();
  }

  @Test
  void who_was_refused_is_let_in_as_soon_as_that_is_corrected() {
    assertThat(admissions.admit(WRONG)).isEmpty();
    stations.password(Samples.STATION, "654321");
    assertThat(admissions.admit(WRONG)).isPresent();
  }
}
