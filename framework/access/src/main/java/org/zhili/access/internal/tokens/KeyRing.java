package org.zhili.access.internal.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * The keys of an identity provider. They are read anew every ten minutes, and when a token names a
 * key that is not among them, but never more often than every half a minute, so that tokens made up
 * do not have the provider asked. While it is away the keys that are known stay good.
 *
 * <p>They are read on a thread of their own. Nobody waits for it whose key is known; of others only
 * a few do, so that tokens made up do not hold the threads of the server. Thread-safe.
 */
final class KeyRing {
  static final Duration BETWEEN = Duration.ofSeconds(30);
  static final Duration STALE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
  private static final Words WORDS = Words.beside(KeyRing.class);
  private static final String AWAY = "ZL-3211";
  private static final int LEAST_RSA_BITS = 2048;
  private static final int MOST_WAITING = 4;

  /** A little more than a place is given to answer; a name server may take longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final KeyPlace place;
  private final LongSupplier nanoTime;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private CompletableFuture<?> reading = CompletableFuture.completedFuture(null);
  private Optional<Long> triedAt = Optional.empty();
  private volatile Optional<JWKSet> known = Optional.empty();
  private volatile Optional<Long> readAt = Optional.empty();

  KeyRing(KeyPlace place, LongSupplier nanoTime) {
    this.place = place;
    this.nanoTime = nanoTime;
  }

  /**
   * The public keys that a token with this header may have been signed with.
   *
   * @return empty when no keys could be read yet
   */
  Optional<List<PublicKey>> keys(JWSHeader header) {
    boolean missing = matching(header).filter(keys -> !keys.isEmpty()).isEmpty();
    if (missing || isPast(readAt, STALE)) {
      CompletableFuture<?> read = refresh();
      if (missing) {
        await(read);
      }
    }
    return matching(header);
  }

  /** The reading that goes on, or is over, as long as it is too early for another. */
  private synchronized CompletableFuture<?> refresh() {
    if (reading.isDone() && isPast(triedAt, BETWEEN)) {
      long now = nanoTime.getAsLong();
      triedAt = Optional.of(now);
      reading = CompletableFuture.runAsync(() -> take(now), KeyRing::start);
    }
    return reading;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "zhili-token-keys");
    thread.setDaemon(true);
    thread.start();
  }

  private void await(CompletableFuture<?> read) {
    if (read.isDone() || !waiting.tryAcquire()) {
      return;
    }
    try {
      read.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("the keys that are known have to do", e);
    } finally {
      waiting.release();
    }
  }

  private Optional<List<PublicKey>> matching(JWSHeader header) {
    JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(header));
    return known.map(
        all -> selector.select(all).stream().flatMap(key -> usable(key).stream()).toList());
  }

  /** A secret that both sides know is no key of a provider's, and a short one is none at all. */
  private static Optional<PublicKey> usable(JWK key) {
    boolean weak = key instanceof RSAKey rsa && rsa.size() < LEAST_RSA_BITS;
    if (weak || !(key instanceof AsymmetricJWK pair)) {
      return Optional.empty();
    }
    try {
      return Optional.of(pair.toPublicKey());
    } catch (JOSEException e) {
      LOG.debug("a key cannot be used", e);
      return Optional.empty();
    }
  }

  private void take(long now) {
    try {
      known = Optional.of(JWKSet.parse(place.read()));
      readAt = Optional.of(now);
    } catch (IOException | ParseException | RuntimeException e) {
      Wording words = WORDS.render(Text.of("access.keys-away", String.valueOf(e.getMessage())));
      LOG.warn("{} {} / {}", AWAY, words.zh(), words.en());
      LOG.debug("keys", e);
    }
  }

  private boolean isPast(Optional<Long> then, Duration time) {
    return then.filter(at -> nanoTime.getAsLong() - at < time.toNanos()).isEmpty();
  }
}
