// Discord's markdown, as far as answers use it, as nodes of the page.

// Each mark with what it becomes. The first that fits at a place is taken.
const INLINE = [
  [/^\\([^\sA-Za-z0-9])/u, (m) => text(m[1])],
  [/^`([^`]+)`/u, (m) => node("code", {}, text(m[1]))],
  [/^\*\*([^]+?)\*\*(?!\*)/u, (m) => node("strong", {}, ...inline(m[1]))],
  [/^__([^]+?)__(?!_)/u, (m) => node("u", {}, ...inline(m[1]))],
  [/^~~([^]+?)~~/u, (m) => node("s", {}, ...inline(m[1]))],
  [/^\|\|([^]+?)\|\|/u, (m) => spoiler(m[1])],
  [/^\*(?=\S)([^*]+?)\*/u, (m) => node("em", {}, ...inline(m[1]))],
  [/^_(?=\S)([^_]+?)_(?!\w)/u, (m) => node("em", {}, ...inline(m[1]))],
  [/^\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/u, (m) => link(m[2], ...inline(m[1]))],
  [/^<(https?:\/\/[^\s>]+)>/u, (m) => link(m[1], text(m[1]))],
  [/^https?:\/\/[^\s<]*[^\s<.,:;"')\]]/u, (m) => link(m[0], text(m[0]))],
  [/^<(\+[\d ]+)>/u, (m) => link(`tel:${m[1].replaceAll(" ", "")}`, text(m[1]))],
  [/^<([\w.+-]+@[\w.-]+\.\w+)>/u, (m) => link(`mailto:${m[1]}`, text(m[1]))],
  [/^<t:(-?\d+)(?::([tTdDfFR]))?>/u, (m) => moment(Number(m[1]), m[2] ?? "f")],
  [/^<@!?(\d+)>/u, (m) => mention(`@${names.get(m[1]) ?? m[1]}`)],
  [/^<@&(\d+)>/u, (m) => mention(`@${m[1]}`)],
  [/^<#(\d+)>/u, (m) => mention(`#${names.get(m[1]) ?? m[1]}`)],
];

const BLOCK = [
  [/^### (.+)/u, (m) => node("h5", {}, ...inline(m[1]))],
  [/^## (.+)/u, (m) => node("h4", {}, ...inline(m[1]))],
  [/^# (.+)/u, (m) => node("h3", {}, ...inline(m[1]))],
  [/^-# (.+)/u, (m) => node("div", { class: "small" }, ...inline(m[1]))],
  [/^> ?(.*)/u, (m) => node("blockquote", {}, ...inline(m[1]))],
  [/^\s*[-*] (.+)/u, (m) => node("ul", {}, node("li", {}, ...inline(m[1])))],
];

// The demo's time is ahead of this machine's by so many seconds.
let ahead = 0;

export function setClock(now) {
  ahead = now - Math.floor(Date.now() / 1000);
}

// Names of users and channels, by id, for mentions.
export const names = new Map();

export function markdown(source) {
  const parts = [];
  for (const [at, part] of source.split(/```(?:\w*\n)?([^]*?)```/u).entries()) {
    if (at % 2 === 1) {
      parts.push(node("pre", {}, text(part)));
    } else {
      parts.push(...lines(part));
    }
  }
  return node("div", { class: "text" }, ...parts);
}

export function node(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

function text(content) {
  return document.createTextNode(content);
}

function lines(source) {
  const parts = [];
  let isBlock = true;
  for (const line of source.split("\n")) {
    const [match, make] = first(BLOCK, line);
    if (match) {
      parts.push(make(match));
    } else {
      if (!isBlock) parts.push(text("\n"));
      parts.push(...inline(line));
    }
    isBlock = Boolean(match);
  }
  return parts;
}

function inline(source) {
  const parts = [];
  let plain = "";
  for (let rest = source; rest; ) {
    const [match, make] = first(INLINE, rest);
    if (match) {
      if (plain) parts.push(text(plain));
      plain = "";
      parts.push(make(match));
      rest = rest.slice(match[0].length);
    } else {
      // A word's inner marks begin nothing.
      const letters = /^(?:[\p{L}\p{N}]+_*)+|^[^]/u.exec(rest)[0];
      plain += letters;
      rest = rest.slice(letters.length);
    }
  }
  if (plain) parts.push(text(plain));
  return parts;
}

function first(rules, source) {
  for (const [pattern, make] of rules) {
    const match = pattern.exec(source);
    if (match) return [match, make];
  }
  return [null, null];
}

function link(href, ...children) {
  return node("a", { href, rel: "noreferrer", target: href.startsWith("http") ? "_blank" : undefined }, ...children);
}

function mention(content) {
  return node("span", { class: "mention" }, text(content));
}

function spoiler(content) {
  const made = node("span", { class: "spoiler", role: "button", tabindex: "0", "aria-expanded": "false" }, ...inline(content));
  const show = () => made.setAttribute("aria-expanded", "true");
  made.addEventListener("click", show);
  made.addEventListener("keydown", (event) => ["Enter", " "].includes(event.key) && show());
  return made;
}

// In the reader's own zone and language, as Discord shows it.
function moment(seconds, style) {
  const at = new Date(seconds * 1000);
  const styles = {
    t: { timeStyle: "short" }, T: { timeStyle: "medium" }, d: { dateStyle: "short" }, D: { dateStyle: "long" },
    f: { dateStyle: "long", timeStyle: "short" }, F: { dateStyle: "full", timeStyle: "short" },
  };
  const written = new Intl.DateTimeFormat(document.documentElement.lang, styles[style] ?? styles.f).format(at);
  return node("time", { datetime: at.toISOString(), title: written }, style === "R" ? relative(at) : written);
}

function relative(at) {
  const seconds = (at - Date.now()) / 1000 - ahead;
  const [unit, length] = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]].find(
    ([, length]) => Math.abs(seconds) >= length || length === 1,
  );
  return new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" }).format(Math.round(seconds / length), unit);
}
