package org.zhili.itests;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The machine's own Chromium, without a window. Writes down what no page may do: break its policy,
 * fail in a script, or ask another host.
 */
final class Screen implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private final Playwright playwright;
  private final Browser browser;
  private final String address;
  private final List<String> faults = new CopyOnWriteArrayList<>();

  private Screen(Path chromium, Town town) {
    address = "http://127.0.0.1:" + town.ports().http();
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
    return new Screen(chromium, town);
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
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
    Page page = context.newPage();
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

  /** The same, logged in. */
  Page openAs(String account, int width, int height, String path) {
    Page page = open(width, height, path);
    page.fill("input[name=account]", account);
    page.fill("input[name=password]", People.PASSWORD);
    page.click("zhili-login button");
    page.waitForSelector("nav a");
    return page;
  }

  /** What keeps people from using a page, by the rules of axe: what is serious or worse. */
  static List<String> barriers(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .toList();
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
