package org.zhili.rest.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A module that was served and left leaves no class behind. */
class LeakTest {
  @Test
  void classes_of_modules_that_left_are_not_kept() throws Exception {
    try (Town town = Town.guarded()) {
      List<WeakReference<ClassLoader>> gone = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        gone.add(comeAndGo(town));
      }
      // the last may still be in some thread's hands
      town.get("/nothing");
      long deadline = System.nanoTime() + Town.PATIENCE.toNanos();
      while (gone.stream().filter(each -> each.get() != null).count() > 1) {
        System.gc();
        assertThat(System.nanoTime())
            .as("%d of 5 are kept", gone.stream().filter(each -> each.get() != null).count())
            .isLessThan(deadline);
      }
    }
  }

  private static WeakReference<ClassLoader> comeAndGo(Town town) throws Exception {
    ClassLoader module = new Module();
    Object resource =
        module.loadClass(Guest.class.getName()).getDeclaredConstructor().newInstance();
    town.serve(Town.application(true, resource));
    assertThat(town.get("/guest").body()).isEqualTo("{\"name\":\"guest\"}");
    assertThat(town.get("/guest?limit=10").status()).isEqualTo(400);
    assertThat(town.get("/openapi.json").body()).contains("/guest");
    town.sendAway(resource, Town.application(true));
    return new WeakReference<>(module);
  }

  /** Loads its own copy of a resource, as a bundle does. */
  private static final class Module extends ClassLoader {
    Module() {
      super(LeakTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(Guest.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? own(name) : known;
    }

    private Class<?> own(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
