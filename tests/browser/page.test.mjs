// The demo's page in a real browser: what a technician types, presses and reads. Whatever the page cannot draw is an error here.
//
// `node --test tests/browser`, with the program at target/debug/callsheet and Debian's Chromium.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { PROGRAM } from "./demo.mjs";
import { address, asks, chooses, drawn, fits, isAccessible, last, page, presses } from "./harness.mjs";

test("a technician types a name and gets the card", async () => {
  const card = await asks("contact", "john smtih");
  const shown = await card.innerText();
  for (const part of ["/contact name: john smtih", "John Smith", "Acme Corporation", "Only you can see this"]) {
    assert.ok(shown.includes(part), `no ${part} in ${shown}`);
  }
  assert.equal(await card.locator("a[href^='tel:+1415555']").count() > 0, true);
  assert.equal(await card.locator("a[href='mailto:john.smith@acme.example']").count() > 0, true);
  drawn();
});

test("a suggestion is picked with the arrow keys", async () => {
  await page.keyboard.type("/con");
  await page.keyboard.press("Enter");
  await page.keyboard.type("john sm");
  await page.waitForSelector("#offers li >> text=John Smith");
  await page.keyboard.press("ArrowDown");
  const marked = await page.locator("#offers li[aria-selected='true']");
  assert.equal(await page.locator("#options input").first().getAttribute("aria-activedescendant"), await marked.getAttribute("id"));
  const name = await marked.innerText();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#options input").first().inputValue(), name);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#log .embed >> text=John Smith");
  drawn();
});

test("every command gets an answer that can be drawn", async () => {
  const world = await (await page.request.get(`${address}/world`)).json();
  const words = { contact: "smith", primary: "acme", directory: "acme", "who-can": "purchase", bind: "acme", "who-looked": "bob wilson", "contact-edit": "jane doe" };
  const forms = ["release", "contact-add", "contact-retire"];
  await chooses("#user", { index: 1 });
  for (const { name } of world.commands.filter(({ name, type }) => type === 1 && !forms.includes(name))) {
    const shown = await (await asks(name, words[name])).innerText();
    assert.ok(shown.includes(`/${name}`), shown);
  }
  drawn();
});

test("a page of the VIPs is turned, and the focus stays", async () => {
  const list = await asks("vip");
  assert.match(await list.innerText(), /Page 1 of/u);
  await presses(list, "Next");
  assert.match(await list.innerText(), /Page 2 of/u);
  assert.equal(await page.evaluate(() => document.querySelector("#log > article:last-child").contains(document.activeElement)), true);
  drawn();
});

test("an entry of a menu leads to its card", async () => {
  const menu = await asks("contact", "smith");
  const before = await page.locator("#log .embed").count();
  await menu.locator("select").selectOption({ index: 1 });
  await page.waitForSelector("#log > article:last-child a[href^='tel:']");
  assert.ok(await page.locator("#log .embed").count() >= before);
  drawn();
});

test("an alert leads to who to call, and to the next one", async () => {
  await page.locator("#log > article").first().getByRole("button").click();
  await page.waitForSelector("#log > article:last-child .embed");
  assert.match(await last().innerText(), /Step 1 of \d+ at Acme Corporation/u);
  await presses(last(), "No answer");
  assert.match(await last().innerText(), /Step 2 of \d+/u);
  drawn();
});

test("a wrong number asks why, is told, and is undone", async () => {
  const card = await asks("contact", "jane doe");
  await card.getByRole("button", { name: "Wrong number" }).click();
  await page.waitForSelector("dialog[open]");
  await page.locator("dialog select").selectOption({ label: "not in service" });
  await page.getByRole("button", { name: "Submit" }).click();
  await page.waitForSelector("#log .embed >> text=reported wrong once: not in service");
  await presses(last(), "Undo");
  const after = await last().innerText();
  assert.ok(after.includes("Undone") && !after.includes("reported wrong"), after);
  drawn();
});

test("a card is shared into the channel", async () => {
  await asks("contact", "bob wilson");
  await last().getByRole("button", { name: "Share in channel" }).click();
  await page.waitForFunction(() => !document.querySelector("#log > article:last-child").innerText.includes("Only you"));
  assert.ok((await last().innerText()).includes("Robert Wilson"));
  drawn();
});

test("a manager gives a reason in a form, or leaves it", async () => {
  await chooses("#user", { index: 1 });
  const opens = async () => {
    await page.click("#line");
    await page.keyboard.type("/release");
    await page.keyboard.press("Enter");
    // Enter would open the list of users.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open]");
  };
  const messages = () => page.locator("#log > article").count();
  await opens();
  await page.getByRole("button", { name: "Cancel" }).click();
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal(await messages(), 3);
  await opens();
  await page.locator("dialog select").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Submit" }).click();
  await page.waitForFunction(() => document.querySelectorAll("#log > article").length === 4);
  assert.match(await last().innerText(), /Only you can see this/u);
  drawn();
});

test("an answer that comes too late is not shown", async () => {
  await page.clock.install();
  let answer;
  const held = new Promise((go) => { answer = go; });
  await page.route("**/interactions", async (route) => {
    await held;
    // The page has given up, so there may be nothing to continue.
    await route.continue().catch(() => {});
  });
  await page.keyboard.type("/help");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const givenUp = page.waitForEvent("requestfailed", { timeout: 5000 });
  await page.clock.fastForward(3000);
  await givenUp;
  await page.waitForSelector("#log [role='alert'] >> text=The application did not respond");
  answer();
  await page.unroute("**/interactions", { behavior: "wait" });
  assert.equal(await page.locator("#log > article").count(), 4);
  drawn();
});

test("what the page does not know is an error", async () => {
  const said = await page.evaluate(async () => {
    const { body } = await import("/draw.js");
    const messages = [
      { sticker_ids: ["1"] }, { embeds: [{ title: "a", image: { url: "x" } }] }, { components: [{ type: 17, components: [] }] },
      { components: [{ type: 1, components: [{ type: 2, style: 6, label: "a" }] }] }, { flags: 32768 },
    ];
    return messages.map((message) => {
      try {
        body(message, {}, () => {});
        return "drawn";
      } catch (error) {
        return error.message;
      }
    });
  });
  assert.equal(said.includes("drawn"), false, said.join("; "));
});

test("foreign text stays text", async () => {
  const shown = await page.evaluate(async () => {
    const { markdown } = await import("/markdown.js");
    const made = markdown("<img src=x onerror=alert(1)> \\*\\*no\\*\\* **yes** [a](javascript:alert(1)) <t:0:d> `c` -# no\n-# small");
    return { html: made.innerHTML, text: made.innerText };
  });
  assert.ok(!/<img|javascript:alert\(1\)"/u.test(shown.html), shown.html);
  assert.ok(shown.html.includes("<strong>yes</strong>") && shown.html.includes("**no**") && shown.html.includes('class="small"'), shown.html);
  drawn();
});

test("the page and its answers come in every language", async () => {
  const { locales } = await (await page.request.get(`${address}/world`)).json();
  const said = new Set();
  for (const { code } of locales) {
    await chooses("#locale", code);
    await page.waitForFunction((code) => document.documentElement.lang === code, code);
    await page.focus("#line");
    said.add(await page.locator("#about").innerText());
    said.add((await (await asks("contact", "bob wilson")).innerText()).split("\n").at(-1));
  }
  assert.equal(said.size, 2 * locales.length);
  drawn();
});

test("nothing serious is said by axe, in light and dark", async () => {
  await asks("contact", "smith");
  await asks("primary", "acme");
  await page.keyboard.type("/contact ");
  await isAccessible();
});

test("nothing is wider than a phone of 360 pixels", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await asks("primary", "acme");
  await asks("who-can", "purchase");
  await fits();
  drawn();
});

test("every answer of the test suite can be drawn", async () => {
  const answers = readFileSync(join(dirname(PROGRAM), "../tmp/answers.ndjson"), "utf8").split("\n").map((line) => JSON.parse(line));
  const faults = await page.evaluate(async (all) => {
    const { body, form } = await import("/draw.js");
    const texts = new Proxy({}, { get: (_, name) => String(name) });
    return all.flatMap(({ type, data, ...message }) => {
      try {
        if (type === 9) form(data);
        else if (type !== 8) body(data ?? message, texts, () => {});
        return [];
      } catch (error) {
        return [`${error.message}: ${JSON.stringify(data ?? message)}`];
      }
    });
  }, answers);
  assert.ok(answers.length > 500);
  assert.deepEqual(faults, []);
  drawn();
});
