// A chat channel: sends interactions as Discord does, and shows what the responses say.

import { body, form } from "./draw.js";
import { markdown, names, node, setClock } from "./markdown.js";
import { Composer, localized } from "./composer.js";
import { Panel } from "./panel.js";

// Discord gives an answer three seconds.
const PATIENCE = 3000;

const at = (id) => document.getElementById(id);
const log = at("log");
const world = await (await fetch("/world")).json();
let { texts } = world;
let sent = 0;

for (const { id, name } of [...world.users, { id: world.bot.id, name: world.bot.name }, world.channel]) names.set(id, name);

function user() {
  return world.users.find(({ id }) => id === at("user").value);
}

// Sends an interaction; calls `first` with the response and `later` with what replaces it.
async function send(type, data, message, { first, later, signal }) {
  sent += 1;
  const { id, name, roles, permissions, guild } = user();
  const interaction = {
    application_id: world.bot.id, id: String(Date.now() * 4096 + sent), token: crypto.randomUUID(), type, version: 1, data, message,
    guild_id: guild, channel_id: world.channel.id, channel: { id: world.channel.id, type: 0 },
    locale: at("locale").value, guild_locale: "en-US", entitlements: [], attachment_size_limit: 10485760,
    authorizing_integration_owners: { 0: guild }, context: 0,
    member: {
      user: { id, username: name, discriminator: "0", avatar: null }, roles, permissions,
      joined_at: "2026-01-05T08:00:00Z", deaf: false, mute: false, flags: 0,
    },
  };
  const headers = { "content-type": "application/json" };
  const response = await fetch("/interactions", { method: "POST", headers, body: JSON.stringify(interaction), signal });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  setClock(Number(response.headers.get("callsheet-now")));
  let rest = "";
  let take = first;
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + part).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      take(JSON.parse(line));
      take = later;
    }
  }
}

// Asks, and puts the answer into the channel; an update goes to `from`, the message it is about.
async function ask(type, data, asked, from) {
  let shown = from?.shown;
  const show = ({ body: made, file }) => {
    if (made.type === 9) return open(made.data, from);
    if (made.type === 7) return put(from, made.data, file);
    shown = post(asked);
    if (made.type === 5) {
      shown.append(node("p", { class: "only" }, texts["page-working"]));
    } else if (made.type === 4) {
      put({ shown }, made.data, file);
    } else {
      throw new Error(`a response of type ${made.type}`);
    }
    return undefined;
  };
  const replace = ({ body: message, file }) => put({ shown }, { ...message, flags: 64 }, file);
  // An answer that comes later is not taken, as in Discord.
  const asking = new AbortController();
  const timer = setTimeout(() => {
    fail(texts["page-no-answer"]);
    asking.abort();
  }, PATIENCE);
  try {
    await send(type, data, from && { id: from.id, flags: from.flags ?? 0, type: 0 }, {
      first: (line) => {
        clearTimeout(timer);
        show(line);
      },
      later: replace,
      signal: asking.signal,
    });
  } catch (error) {
    if (asking.signal.aborted) return;
    fail(`${texts["page-no-answer"]} (${error.message})`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

// A new message of the bot, still without its body.
function post(asked) {
  const shown = node("article", {});
  if (asked) shown.append(node("p", { class: "asked" }, asked));
  shown.append(node("div", { class: "who" }, world.bot.name));
  log.append(shown);
  return shown;
}

// Puts a message's body in the place of what was there.
function put(message, data, file) {
  const { shown } = message;
  const now = { shown, id: message.id ?? `m${(sent += 1)}`, flags: data.flags ?? message.flags ?? 0 };
  const had = shown.contains(document.activeElement);
  for (const old of [...shown.children].filter((child) => !child.matches(".who, .asked"))) old.remove();
  const { flags = now.flags, ...rest } = data;
  shown.append(...body({ flags, ...rest }, texts, (used) => ask(3, used, null, now)));
  if (file) {
    const url = URL.createObjectURL(new Blob([file.content], { type: "text/vcard" }));
    shown.append(node("p", {}, node("a", { href: url, download: file.name }, file.name)));
  }
  if (had) shown.querySelector("button, select, a")?.focus();
  // Of one that is longer than the screen, the beginning is read first.
  shown.scrollIntoView({ block: shown.offsetHeight > log.clientHeight ? "start" : "end" });
}

function fail(sentence) {
  log.append(node("article", {}, node("p", { class: "only", role: "alert" }, sentence)));
  log.lastChild.scrollIntoView({ block: "end" });
}

// Shows a form, opened from a message or by a command. Submitting it is the next interaction.
function open(data, from) {
  const dialog = at("form");
  const { title, labels, given } = form(data);
  const shown = node("form", { method: "dialog" }, node("h2", { id: "form-title" }, title), ...labels,
    node("div", { class: "row" }, node("button", { class: "primary" }, texts["page-submit"]),
      node("button", { type: "button", id: "cancel" }, texts["page-cancel"])));
  dialog.replaceChildren(shown);
  dialog.setAttribute("aria-labelledby", "form-title");
  shown.querySelector("#cancel").addEventListener("click", () => dialog.close());
  shown.addEventListener("submit", () => ask(5, { custom_id: data.custom_id, components: given() }, null, from));
  dialog.showModal();
}

// A message of another user, with the commands that are used on messages.
function stand({ id, author, content }) {
  const shown = node("article", {}, node("div", { class: "who" }, author), markdown(content));
  for (const command of world.commands.filter(({ type }) => type === 3)) {
    const button = node("button", { type: "button", class: "apps" }, label(command));
    button.addEventListener("click", () => {
      const message = { id, type: 0, content, author: { id: "2", username: author }, embeds: [], attachments: [] };
      ask(2, { id: "3", type: 3, name: command.name, target_id: id, resolved: { messages: { [id]: message } } }, label(command));
    });
    shown.append(node("div", { class: "row" }, button));
  }
  log.append(shown);
}

function label(named) {
  return localized(named.name_localizations, at("locale").value) ?? named.name;
}

const composer = new Composer({
  line: at("line"), options: at("options"), offers: at("offers"), send: at("send"), composer: at("composer"), users: world.users,
  commands: () => world.commands.filter(({ type }) => type === 1),
  locale: () => at("locale").value,
  texts: () => texts,
  complete: (data, first, signal) => send(4, data, undefined, { first, later: first, signal }),
  ask: (data, asked) => ask(2, data, asked),
});

const panel = new Panel({ texts: () => texts, locale: () => at("locale").value });

// Who acts is said where the panel is folded.
function act() {
  at("acting").textContent = user().name;
}

async function speak() {
  const said = await (await fetch(`/world?locale=${at("locale").value}`)).json();
  texts = said.texts;
  for (const { id, name } of said.users) {
    names.set(id, name);
    world.users.find((user) => user.id === id).name = name;
    at("user").querySelector(`[value="${id}"]`).textContent = name;
  }
  document.documentElement.lang = at("locale").value;
  for (const [id, key] of [["about", "page-about"], ["send", "page-send"]]) at(id).textContent = texts[key];
  panel.speak();
  act();
  at("line").placeholder = texts["page-line"];
  at("line").setAttribute("aria-label", texts["page-line"]);
  composer.clear();
}

at("channel").textContent = `#${world.channel.name}`;
document.title = `#${world.channel.name} · ${world.bot.name}`;
at("user").append(...world.users.map(({ id, name }) => node("option", { value: id }, name)));
at("locale").append(...world.locales.map(({ code, name }) => node("option", { value: code, selected: code === world.locale }, name)));
at("locale").addEventListener("change", speak);
at("user").addEventListener("change", act);
await speak();
world.messages.forEach(stand);
