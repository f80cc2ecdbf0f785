package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.plugin.GateFixture.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left of a plug-in that has left. */
class DepartedClassesTest {
  private final PluginGate gate = GateFixture.gate();

  @AfterEach
  void close() {
    gate.close();
  }

  @Test
  void whoever_still_holds_a_departed_plug_in_keeps_nothing_of_it_in_memory() throws Exception {
    WeakReference<ClassLoader> classes;
    Guarded<Runnable> held;
    try (Membership stay = gate.admit(Runnable.class, ofItsOwnClasses(), identity("heavy"))) {
      held = gate.named(Runnable.class, "heavy").orElseThrow();
      classes =
          held.ask(heavy -> new WeakReference<>(heavy.getClass().getClassLoader()))
              .given()
              .orElseThrow();
      assertThat(classes.get()).isNotEqualTo(Heavy.class.getClassLoader());
      assertThat(stay.verdict()).isEqualTo(new Membership.Verdict.Admitted());
    }
    Waits.until(
        () -> {
          System.gc();
          return classes.get() == null;
        });
    assertThat(held.ask(heavy -> "x")).isEqualTo(new Answer.Withdrawn<>());
  }

  private static Runnable ofItsOwnClasses() throws Exception {
    ClassLoader loader =
        new ClassLoader(Heavy.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(Heavy.class.getName())
                ? defined(name)
                : super.loadClass(name, resolve);
          }

          private Class<?> defined(String name) {
            String file = "/" + name.replace('.', '/') + ".class";
            try (InputStream code = Heavy.class.getResourceAsStream(file)) {
              byte[] bytes = Objects.requireNonNull(code).readAllBytes();
              return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    return (Runnable) loader.loadClass(Heavy.class.getName()).getConstructor().newInstance();
  }

  public static final class Heavy implements Runnable {
    @Override
    public void run() {}
  }
}
