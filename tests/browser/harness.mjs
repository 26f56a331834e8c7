// The demo's page in a real browser, for the tests: starts the demo, opens the page, and types as a technician does. Whatever the
// page cannot draw is an error.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, beforeEach } from "node:test";
import { start } from "./demo.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

export let address, page;
let browser, stop, faults;

before(async () => {
  ({ address, browser, stop } = await start());
});

after(() => stop?.());

beforeEach(async () => {
  await page?.context().close();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce", locale: "en-US" });
  page = await context.newPage();
  faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/u.test(request.url())) faults.push(`asked ${request.url()}`);
  });
  await page.goto(address);
  await page.waitForFunction(() => document.querySelectorAll("#log > article").length === 3);
});

// Types a command and its first option with the keyboard alone, and waits for what the bot says.
export async function asks(command, words = "") {
  const messages = await page.locator("#log > article").count();
  await page.keyboard.type(`/${command}`);
  await page.keyboard.press("Enter");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await page.waitForFunction((before) => document.querySelectorAll("#log > article:nth-last-child(1) > *").length > 2
    && document.querySelectorAll("#log > article").length > before, messages);
  return last();
}

export function last() {
  return page.locator("#log > article").last();
}

export async function presses(message, label) {
  const shown = await message.innerText();
  await message.getByRole("button", { name: label }).click();
  await page.waitForFunction((before) => document.querySelector("#log > article:last-child").innerText !== before, shown);
}

export function drawn() {
  assert.deepEqual(faults, []);
}

// Chooses in the panel who acts, or the language, and goes back to the line.
export async function chooses(select, option) {
  await unfolds();
  await page.selectOption(select, option);
  await page.focus("#line");
}

export async function unfolds() {
  await page.evaluate(() => { document.getElementById("panel").open = true; });
}

// Nothing serious is said by axe, in light and dark.
export async function isAccessible() {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => window.axe.run());
    const serious = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
    assert.deepEqual(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`), [], colorScheme);
  }
}

export async function fits() {
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= seen, `${wide} > ${seen}`);
}
