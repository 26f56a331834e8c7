// The panel of the demo's page in a real browser: who asks, when, how IT Glue fares, and what happens behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { address, asks, chooses, drawn, fits, isAccessible, last, page, presses, unfolds } from "./harness.mjs";

// Presses in the panel, and waits until that is in force.
async function puts(label) {
  await unfolds();
  await page.locator("#panel").getByRole("button", { name: label, exact: true }).click();
  await page.waitForSelector(`#panel button[aria-pressed='true'] >> text="${label}"`);
  await marks();
  await page.focus("#line");
}

// From here on, what the log says counts.
function marks() {
  return page.evaluate(() => { window.mark = document.querySelector("#lines > li"); });
}

// Waits until the log says this.
async function logs(part) {
  await page.waitForFunction((part) => {
    for (const line of document.querySelectorAll("#lines > li")) {
      if (line === window.mark) return false;
      if (line.innerText.includes(part)) return true;
    }
    return false;
  }, part);
}

test("each user sees what the policy file grants", async () => {
  const { users } = await (await page.request.get(`${address}/world`)).json();
  const seen = {};
  for (const { id, name } of users) {
    await chooses("#user", id);
    assert.ok((await page.locator("#acting").innerText()).includes(name), name);
    seen[id] = [await (await asks("contact", "john smtih")).innerText(), await (await asks("contact", "martha bell")).innerText()];
  }
  const [onCall, manager, technician, outsider, elsewhere] = users.map(({ id }) => seen[id]);
  for (const [john, martha] of [onCall, manager]) {
    assert.ok(john.includes("415 555 01") && martha.includes("Practice Manager"), `${john}\n${martha}`);
  }
  assert.ok(technician[0].includes("John Smith") && !technician[0].includes("415 555"), technician[0]);
  assert.ok(!technician[1].includes("Practice Manager"), technician[1]);
  for (const shown of [...outsider, ...elsewhere]) assert.ok(!/John Smith|Martha Bell/u.test(shown), shown);
  assert.match(outsider[0], /You don't have access/u);
  drawn();
});

test("a technician gets a number on a click", async () => {
  await chooses("#user", "1003");
  const card = await asks("contact", "john smtih");
  await presses(card, "Show hidden details");
  assert.ok((await last().innerText()).includes("415 555 01"));
  drawn();
});

test("a night at the client warns, an office hour does not", async () => {
  const card = async () => (await asks("contact", "john smtih")).innerText();
  await puts("At night (03:00 at Acme)");
  assert.match(await card(), /Night/u);
  await puts("Business hours (10:00 at Acme)");
  const office = await card();
  assert.ok(!office.includes("Night"), office);
  assert.match(office, /Synced (?:now|\d+ seconds? ago|1 minute ago)/u);
  await puts("Now");
  drawn();
});

test("an outage is said while it lasts", async () => {
  const card = async () => (await asks("contact", "bob wilson")).innerText();
  await puts("down");
  await logs("the sync has failed");
  const during = await card();
  assert.ok(during.includes("Robert Wilson") && during.includes("Can't reach IT Glue"), during);
  await puts("up");
  await logs("swept IT Glue");
  const after = await card();
  assert.ok(after.includes("Robert Wilson") && !after.includes("Can't reach"), after);
  drawn();
});

test("a mass deletion waits for approval", async () => {
  await puts("most clients missing");
  await logs("unusually many");
  await chooses("#user", "1004");
  const shown = await (await asks("contact", "martha bell")).innerText();
  assert.ok(shown.includes("waiting for approval") && shown.includes("Practice Manager"), shown);
  await puts("up");
  drawn();
});

test("a contact changes, and is found by the new name", async () => {
  await unfolds();
  await marks();
  await page.getByRole("button", { name: "A contact changes now" }).click();
  await page.waitForSelector("#said >> text=Agnes Fernsby is now Agnes Thornquist");
  await logs("took over what has changed");
  await page.focus("#line");
  assert.ok((await (await asks("contact", "thornquist")).innerText()).includes("Agnes Thornquist"));
  drawn();
});

test("the audit log and the log tell what happens, newest first", async () => {
  await unfolds();
  await page.focus("#line");
  await asks("contact", "bob wilson");
  await page.waitForSelector("#journal > li >> text=user 1005 in channel 1001 of server 1000: /contact: disclosed");
  await asks("vip");
  await page.waitForSelector("#journal > li >> text=/vip: disclosed");
  const entries = await page.locator("#journal > li").allInnerTexts();
  const of = (command) => entries.findIndex((entry) => entry.includes(`${command}: disclosed`));
  assert.ok(of("/vip") < of("/contact"), entries.join("\n"));
  await page.waitForSelector("#lines > li >> text=swept IT Glue");
  const told = await page.locator("#panel").innerText();
  assert.ok(!/wilson/iu.test(told), told);
  // A reader hears answers, not these.
  assert.equal(await page.locator("#panel [aria-live], #panel [role='log']").count(), 0);
  assert.ok(await page.locator("#journal > li").count() <= 50);
  drawn();
});

test("the panel is used by the keyboard alone", async () => {
  await page.focus("summary");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.getElementById("panel").open), true);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "user");
  await page.keyboard.type("Alex");
  await page.waitForSelector("#acting >> text=Alex");
  await page.keyboard.press("Tab");
  // From the language to the second moment.
  for (const _ of [1, 2]) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.waitForSelector("#moments button:nth-child(2)[aria-pressed='true']");
  assert.equal(await page.evaluate(() => document.activeElement.value), "night");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#moments button:nth-child(1)[aria-pressed='true']");
  // The lists can be scrolled.
  await page.focus("#change");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-labelledby")), "journal-name");
  drawn();
});

test("the panel stands beside the channel where there is room", async () => {
  assert.equal(await page.evaluate(() => document.getElementById("panel").open), false);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.reload();
  await page.waitForSelector("#lines > li");
  const [channel, panel] = await Promise.all(["main", "aside"].map((part) => page.locator(part).boundingBox()));
  assert.ok(channel.x + channel.width <= panel.x && panel.y === 0 && panel.height === 800, JSON.stringify([channel, panel]));
  await asks("contact", "smith");
  await isAccessible();
  await fits();
  drawn();
});

test("the unfolded panel is accessible on a phone of 360 pixels", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await unfolds();
  await page.focus("#line");
  await asks("contact", "smith");
  for (const locale of ["en", "de", "es", "fr"]) {
    await chooses("#locale", locale);
    await page.waitForFunction((locale) => document.documentElement.lang === locale, locale);
    await fits();
  }
  await isAccessible();
  // The channel and the line stay in view.
  const line = await page.locator("#line").boundingBox();
  assert.ok(line.y + line.height <= 740, JSON.stringify(line));
  drawn();
});
