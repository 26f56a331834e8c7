// Makes the pictures of the documents from the demo's page: `node tests/browser/pictures.mjs`, with the program at
// target/debug/callsheet and Debian's packages chromium, fonts-roboto-unhinted and fonts-noto-color-emoji.

import { mkdir, writeFile } from "node:fs/promises";
import { start } from "./demo.mjs";

const FOLDER = "docs/pictures";

// Pixels of the highest picture.
const HIGHEST = 620;

// Each command with what is typed into its options, as `docs/commands.md` shows it.
const COMMANDS = [
  ["contact", ["john smtih"]], ["vip", []], ["primary", ["acme"]], ["directory", ["acme"]], ["who-can", ["purchase", "acme"]],
  ["contact-edit", ["jane doe"]], ["bind", ["acme"]], ["unbind", []], ["who-looked", ["jane doe"]], ["status", []], ["help", []],
];

const { address, browser, stop } = await start();
await mkdir(FOLDER, { recursive: true });
const paper = await browser.newPage();
let page = await opened({ width: 390, height: 1800 });

for (const [command, words] of COMMANDS) {
  await acts(["contact-edit", "bind", "unbind", "who-looked", "status"].includes(command) ? "1004" : "1005");
  await shows(await asks(command, ...words), command);
}
await acts("1004");
await form("release");
await form("contact-add", "acme");
await form("contact-retire", "jane doe");
await page.locator("#log > article").first().getByRole("button").click();
await settles();
await shows(last(), "who-do-i-call");

await acts("1005");
await shows(await asks("contact", "smith"), "menu");
for (const locale of ["de", "fr", "es"]) {
  await chooses("#locale", locale);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, locale);
  await shows(await asks("contact", "jane doe"), `card-${locale}`);
}
await chooses("#locale", "en");
await page.waitForFunction(() => document.documentElement.lang === "en");

await acts("1006");
await shows(await asks("contact", "jane doe"), "refusal");
await acts("1005");
await presses("night");
await shows(await asks("primary", "acme"), "night");
await presses("now");
await presses("down");
await page.waitForFunction(() => /could not connect|unreachable/u.test(document.getElementById("panel").textContent));
await shows(await asks("contact", "jane doe"), "outage");
await presses("up");

await page.context().close();
page = await opened({ width: 1000, height: 640 });
await unfolds(true);
await asks("contact", "john smtih");
await asks("primary", "acme");
await writes(await page.screenshot(), "page");
await stop();

async function opened(viewport) {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce", colorScheme: "dark", locale: "en-US" });
  const made = await context.newPage();
  await made.goto(address);
  await made.waitForFunction(() => document.querySelectorAll("#log > article").length === 3);
  await made.focus("#line");
  return made;
}

async function chooses(select, option) {
  await unfolds(true);
  await page.selectOption(select, option);
  await unfolds(false);
  await page.focus("#line");
}

function acts(user) {
  return chooses("#user", user);
}

async function unfolds(open) {
  await page.evaluate((is) => { document.getElementById("panel").open = is; }, open);
}

async function presses(value) {
  await unfolds(true);
  const button = page.locator(`#panel button[value="${value}"]`);
  await button.click();
  await page.waitForFunction((one) => document.querySelector(`#panel button[value="${one}"]`).getAttribute("aria-pressed") === "true", value);
  await page.waitForFunction(() => !document.querySelector("#panel [aria-busy]"));
  await unfolds(false);
  await page.focus("#line");
}

async function asks(command, ...words) {
  const before = await page.locator("#log > article").count();
  await page.focus("#line");
  await page.keyboard.type(`/${command}`);
  await page.keyboard.press("Enter");
  for (const [at, word] of words.entries()) {
    if (at > 0) await page.keyboard.press("Tab");
    await page.keyboard.type(word);
  }
  await page.keyboard.press("Enter");
  await page.waitForFunction((count) => document.querySelectorAll("#log > article").length > count, before);
  await settles();
  return last();
}

async function settles() {
  await page.waitForFunction(() => document.querySelector("#log > article:last-child .embed"));
}

function last() {
  return page.locator("#log > article").last();
}

// The form that a command opens, which has no message of its own.
async function form(command, ...words) {
  await page.focus("#line");
  await page.keyboard.type(`/${command}`);
  await page.keyboard.press("Enter");
  for (const word of words) await page.keyboard.type(word);
  await page.locator("#send").click();
  await page.waitForSelector("dialog[open]");
  await shows(page.locator("dialog[open]"), command);
  await page.keyboard.press("Escape");
}

// A picture of the upper part of a message: a list goes on below.
async function shows(message, name) {
  const { x, y, width, height } = await message.boundingBox();
  await writes(await page.screenshot({ clip: { x, y, width, height: Math.min(height, HIGHEST) } }), name);
}

// Chromium writes WebP too, which is a quarter of the size.
async function writes(png, name) {
  const small = await paper.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext("2d").drawImage(picture, 0, 0);
    const written = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 0.42 })).arrayBuffer());
    return btoa(Array.from(written, (byte) => String.fromCharCode(byte)).join(""));
  }, png.toString("base64"));
  await writeFile(`${FOLDER}/${name}.webp`, Buffer.from(small, "base64"));
}
