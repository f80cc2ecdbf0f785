package org.zhili.itests;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The machine's own Chromium, without a window. Writes down what no page may do: break its policy,
 * fail in a script, or ask another host.
 */
final class Screen implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static final List<String> GRAVE = List.of("serious", "critical");

  private static final String RULES = rules();

  /** Without what it would load of its own: a style, which the policy of our pages forbids. */
  private static final String AUDIT =
      """
      async grave => {
        const {violations} = await axe.run({resultTypes: ['violations'], preload: false});
        return violations.filter(rule => grave.includes(rule.impact))
          .map(rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(' '));
      }""";

  private final Playwright playwright;
  private final Browser browser;
  private final String address;
  private final List<String> faults = new CopyOnWriteArrayList<>();

  private Screen(Path chromium, int port) {
    address = "http://127.0.0.1:" + port;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    // as root, which builds may be; the pages are our own
                    .setArgs(List.of("--no-sandbox")));
  }

  /** Where the machine has a browser. */
  static Optional<Path> chromium() {
    return Stream.concat(
            Optional.ofNullable(System.getenv("ZHILI_CHROMIUM")).stream(), PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Screen of(Path chromium, Town town) {
    return of(chromium, town.ports().http());
  }

  static Screen of(Path chromium, int port) {
    return new Screen(chromium, port);
  }

  /** What pages did that none may. */
  List<String> faults() {
    return faults;
  }

  /** A page of the console, in a browser that was never here before. */
  Page open(int width, int height, String path) {
    return at(width, height, "/console/" + path);
  }

  /** The same of any page the town has. */
  Page at(int width, int height, String path) {
    return at(context(width, height), path);
  }

  private BrowserContext context(int width, int height) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setLocale("zh-CN")
            .setTimezoneId("Asia/Shanghai"));
  }

  private Page at(BrowserContext context, String path) {
    Page page = context.newPage();
    page.onDialog(
        dialog -> {
          if (dialog.type().equals("beforeunload")) {
            dialog.accept(); // a page warns of leaving a draft, which it keeps all the same
            return;
          }
          faults.add("asked its reader: " + dialog.message());
          dialog.dismiss();
        });
    page.onPageError(error -> faults.add(error));
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            faults.add(message.text());
          }
        });
    page.onRequest(
        request -> {
          // what a page has made itself is asked of nobody
          if (!request.url().replaceFirst("^blob:", "").startsWith(address)) {
            faults.add("asked " + request.url());
          }
        });
    page.navigate(address + path);
    return page;
  }

  /** A page of the console for somebody who has logged in. */
  Page openAs(String account, int width, int height, String path) {
    Page page = loggedIn(account, width, height, "/console/" + path);
    page.waitForSelector("nav a");
    return page;
  }

  /** Any page for somebody whose browser has their session. */
  Page loggedIn(String account, int width, int height, String path) {
    return loggedIn(account, People.PASSWORD, width, height, path);
  }

  Page loggedIn(String account, String password, int width, int height, String path) {
    BrowserContext context = context(width, height);
    int status =
        context
            .request()
            .post(
                address + "/api/session/cookie",
                RequestOptions.create()
                    .setHeader("X-Requested-With", "test")
                    .setData(Map.of("name", account, "password", password)))
            .status();
    if (status >= 300) {
      throw new AssertionError(account + " cannot log in: " + status);
    }
    return at(context, path);
  }

  /** What keeps people from using a page, by the rules of axe: what is serious or worse. */
  static List<String> barriers(Page page) {
    if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
      page.evaluate(RULES);
    }
    return strings(page.evaluate(AUDIT, GRAVE));
  }

  /** The strings of a list that a page has answered. */
  static List<String> strings(Object answer) {
    return answer instanceof List<?> list
        ? list.stream().map(Objects::toString).toList()
        : List.of();
  }

  private static String rules() {
    try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was opened is closed, so that nothing of one test goes on in the next. */
  void leave() {
    browser.contexts().forEach(BrowserContext::close);
    faults.clear();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
