package org.zhili.resources.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.Registration;

class EverySecondTest {
  @Test
  void a_look_that_goes_wrong_is_not_the_last() throws InterruptedException {
    CountDownLatch looks = new CountDownLatch(2);
    Registration beat =
        new EverySecond()
            .begin(
                () -> {
                  looks.countDown();
                  throw new IllegalStateException("not now");
                });
    try {
      assertThat(looks.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      beat.close();
    }
  }
}
