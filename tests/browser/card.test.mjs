// The card on a phone of 390 pixels: on which line the number to dial stands, and how many lines there are in all.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asks, chooses, drawn, page, unfolds } from "./harness.mjs";

const PEOPLE = ["john smith acme", "jane doe", "robert wilson acme", "aaron perez", "françois long", "lisa ward", "linda bennett",
  "tyler cohen", "linda richardson", "rajesh müller"];
const CLIENTS = ["acme", "globex medical", "harborview law", "summit orthopaedics", "dunmore distillery", "quarry road",
  "vanguard roofing", "northwind outfitters", "contour engineering", "yellowtail fisheries"];
const LANGUAGES = ["en", "de", "es", "fr"];

// The lines of a card as they are seen, and the one on which the number to dial stands, counted from 1.
function measured(card) {
  return card.locator(".embed").evaluate((embed) => {
    const rects = [];
    const texts = document.createTreeWalker(embed, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      if (text.data.trim()) rects.push(...range.getClientRects());
    }
    rects.sort((one, other) => one.top - other.top);
    const lines = [];
    for (const { top, bottom } of rects) {
      const line = lines.at(-1);
      if (line && (top + bottom) / 2 < line.bottom) line.bottom = Math.max(line.bottom, bottom);
      else lines.push({ top, bottom });
    }
    const dial = embed.querySelector("h4 a[href^='tel:'], h4 code").getBoundingClientRect();
    const number = lines.findIndex(({ bottom }) => (dial.top + dial.bottom) / 2 < bottom) + 1;
    return { lines: lines.length, number, numbers: embed.querySelectorAll("a[href^='tel:']").length };
  });
}

// Whether no line counts further numbers.
async function hasOneNumber(card) {
  return (await card.locator(".small", { hasText: /^… (1|\d+) /u }).count()) === 0;
}

// Not the hour of the machine decides who is on duty.
async function goesTo(moment) {
  await unfolds();
  await page.locator(`#moments button[value='${moment}']`).click();
  await page.waitForFunction((value) => document.querySelector(`#moments button[value='${value}']`).getAttribute("aria-pressed") === "true"
    && !document.querySelector("#panel [aria-busy]"), moment);
}

async function speaks(locale) {
  await chooses("#locale", locale);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, locale);
}

for (const locale of LANGUAGES) {
  test(`the number is on the third line of a card at most: ${locale}`, async () => {
    await goesTo("office");
    await speaks(locale);
    let short = 0;
    for (const person of PEOPLE) {
      const card = await asks("contact", person);
      const { lines, number, numbers } = await measured(card);
      const shown = await card.innerText();
      assert.ok(number <= 3, `the number is on line ${number}:\n${shown}`);
      assert.equal(numbers, 1, `each number stands once:\n${shown}`);
      if (await hasOneNumber(card)) {
        short += 1;
        assert.ok(lines <= 9, `${lines} lines:\n${shown}`);
      }
    }
    assert.ok(short >= 3, "some have one number");
    drawn();
  });

  test(`the number is on the fourth line of a call order at most: ${locale}`, async () => {
    await speaks(locale);
    for (const client of CLIENTS) {
      const card = await asks("primary", client);
      const { number } = await measured(card);
      assert.ok(number <= 4, `the number is on line ${number}:\n${await card.innerText()}`);
    }
    drawn();
  });
}

test("by night a card has eleven lines at most", async () => {
  await goesTo("night");
  for (const locale of LANGUAGES) {
    await speaks(locale);
    for (const person of PEOPLE) {
      const card = await asks("contact", person);
      const { lines, number } = await measured(card);
      const shown = await card.innerText();
      assert.ok(number <= 3, `the number is on line ${number}:\n${shown}`);
      if (await hasOneNumber(card)) assert.ok(lines <= 11, `${lines} lines:\n${shown}`);
    }
  }
  drawn();
});
