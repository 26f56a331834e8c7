// The line at the bottom: a command, then its options, with suggestions while one types.

import { node } from "./markdown.js";

const USER = 6;

// The text for a language, or for the language in some country: `es` is also `es-ES`.
export function localized(texts, locale) {
  return texts?.[locale] ?? Object.entries(texts ?? {}).find(([code]) => code.startsWith(`${locale}-`))?.[1];
}

export class Composer {
  constructor(of) {
    Object.assign(this, of);
    this.command = null;
    this.offered = [];
    this.at = -1;
    this.line.addEventListener("input", () => this.offerCommands());
    this.line.addEventListener("focus", () => this.line.value && this.offerCommands());
    this.composer.addEventListener("keydown", (event) => this.onKey(event));
    this.composer.addEventListener("focusout", (event) => {
      if (!this.composer.contains(event.relatedTarget)) this.close();
    });
    this.composer.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
  }

  clear() {
    this.stop();
    this.command = null;
    this.line.value = "";
    this.line.hidden = false;
    this.send.hidden = true;
    this.options.replaceChildren();
    this.close();
  }

  label(named) {
    return localized(named.name_localizations, this.locale()) ?? named.name;
  }

  told(named) {
    return localized(named.description_localizations, this.locale()) ?? named.description;
  }

  offerCommands() {
    const [, typed, rest] = /^\/?(\S*)(\s?)/u.exec(this.line.value);
    const fits = this.commands().filter((command) => this.label(command).startsWith(typed.toLowerCase()));
    const exact = fits.find((command) => this.label(command) === typed.toLowerCase());
    const words = this.line.value.slice(this.line.value.indexOf(typed) + typed.length).trim();
    if (rest && exact) {
      this.choose(exact, words);
      return;
    }
    const offer = (command) => ({ name: `/${this.label(command)}`, about: this.told(command), take: () => this.choose(command, words) });
    this.offer(this.line, this.line.value ? fits.map(offer) : []);
  }

  // Shows the options of a command. The words already typed go into the first.
  choose(command, words) {
    this.command = command;
    this.line.hidden = true;
    const fields = (command.options ?? []).map((option) => this.field(option));
    this.options.replaceChildren(node("strong", {}, `/${this.label(command)}`), ...fields.map(({ label }) => label));
    this.send.hidden = false;
    this.close();
    const [first] = fields;
    if (!first) return this.send.focus();
    if (words) first.input.value = words;
    first.input.focus();
    if (first.option.autocomplete) this.suggest(first);
    return undefined;
  }

  field(option) {
    const about = this.told(option);
    const input = option.type === USER
      ? node("select", { name: option.name, title: about }, ...(option.required ? [] : [node("option", { value: "" })]),
        ...this.users.map(({ id, name }) => node("option", { value: id }, name)))
      : node("input", { name: option.name, type: "text", title: about, placeholder: option.required ? about : "",
        maxlength: option.max_length, role: option.autocomplete ? "combobox" : undefined, "aria-autocomplete": option.autocomplete ? "list" : undefined,
        "aria-expanded": option.autocomplete ? "false" : undefined, "aria-controls": option.autocomplete ? "offers" : undefined });
    const field = { option, input, label: node("label", {}, `${this.label(option)}:`, input), picked: null };
    input.field = field;
    if (option.autocomplete) {
      input.addEventListener("input", () => {
        field.picked = null;
        this.suggest(field);
      });
      input.addEventListener("focus", () => this.suggest(field));
    }
    return field;
  }

  fields() {
    return [...this.options.querySelectorAll("input, select")].map(({ field }) => field);
  }

  // The interaction's data; the option that is typed into is marked.
  data(focused) {
    const given = this.fields().filter((field) => field.input.value || field === focused);
    const options = given.map((field) => ({
      name: field.option.name, type: field.option.type, value: field.picked ?? field.input.value, ...(field === focused && { focused: true }),
    }));
    return { id: "1", name: this.command.name, type: 1, options };
  }

  // Asks for suggestions; only those for the newest text are shown.
  async suggest(field) {
    this.stop();
    const asked = new AbortController();
    this.asked = asked;
    try {
      await this.complete(this.data(field), ({ body }) => {
        if (asked.signal.aborted || document.activeElement !== field.input) return;
        if (body.type !== 8) throw new Error(`suggestions of type ${body.type}`);
        this.offer(field.input, body.data.choices.map(({ name, value }) => ({ name, take: () => this.pick(field, name, value) })));
      }, asked.signal);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  }

  stop() {
    this.asked?.abort();
  }

  pick(field, name, value) {
    this.stop();
    field.input.value = name;
    field.picked = value;
    this.close();
    field.input.focus({ preventScroll: true });
    this.stop();
  }

  offer(input, offered) {
    this.input = input;
    this.offered = offered;
    this.at = -1;
    this.offers.replaceChildren(...offered.map(({ name, about, take }, place) => {
      const item = node("li", { role: "option", id: `offer-${place}`, "aria-selected": "false" }, name, about ? node("small", {}, about) : "");
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take();
      });
      return item;
    }));
    this.offers.hidden = offered.length === 0;
    input.setAttribute("aria-expanded", String(offered.length > 0));
    input.removeAttribute("aria-activedescendant");
  }

  close() {
    if (this.input) this.offer(this.input, []);
    this.offers.hidden = true;
  }

  mark(place) {
    this.offers.children[this.at]?.setAttribute("aria-selected", "false");
    this.at = (place + this.offered.length) % this.offered.length;
    const marked = this.offers.children[this.at];
    marked.setAttribute("aria-selected", "true");
    marked.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", marked.id);
  }

  onKey(event) {
    const isOpen = !this.offers.hidden && event.target === this.input;
    if (isOpen && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      this.mark(event.key === "ArrowDown" ? this.at + 1 : Math.max(this.at, 0) - 1);
    } else if (isOpen && (event.key === "Enter" || event.key === "Tab") && (this.at >= 0 || event.target === this.line)) {
      event.preventDefault();
      this.offered[Math.max(this.at, 0)].take();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (isOpen) this.close();
      else this.reset();
    } else if (event.key === "Backspace" && this.command && event.target.value === "" && event.target === this.fields()[0]?.input) {
      event.preventDefault();
      this.reset();
    }
  }

  reset() {
    this.clear();
    this.line.focus();
  }

  submit() {
    if (!this.command) return;
    const missing = this.fields().find((field) => field.option.required && !field.input.value.trim());
    if (missing) {
      missing.input.setAttribute("aria-invalid", "true");
      missing.input.focus();
      return;
    }
    const words = this.fields().filter(({ input }) => input.value);
    const shown = (input) => (input.tagName === "SELECT" ? input.selectedOptions[0].textContent : input.value);
    const asked = [`/${this.label(this.command)}`, ...words.map(({ option, input }) => `${this.label(option)}: ${shown(input)}`)].join(" ");
    const data = this.data(null);
    this.reset();
    this.ask(data, asked);
  }
}

