// The panel beside the channel: moves what is behind it, and shows what happens there.

import { node } from "./markdown.js";

// Entries and lines that are shown.
const SHOWN = 50;

// Wide enough for a column of its own.
const WIDE = "(min-width: 60rem)";

const STATES = {
  moment: { choices: "moments", of: ["now", "night", "office"] },
  "it-glue": { choices: "it-glues", of: ["up", "down", "slow", "refusing", "mass-deletion"] },
};

const at = (id) => document.getElementById(id);

export class Panel {
  constructor({ texts, locale }) {
    Object.assign(this, { texts, locale });
    at("panel").open = matchMedia(WIDE).matches;
    for (const [state, { choices, of }] of Object.entries(STATES)) {
      at(choices).append(...of.map((value) => {
        const button = node("button", { type: "button", value, "aria-pressed": "false" });
        button.addEventListener("click", () => this.press({ [state]: value }, button));
        return button;
      }));
    }
    at("change").addEventListener("click", () => this.press("change-contact", at("change")));
    this.listen();
  }

  // Writes the panel's words in the language of now.
  speak() {
    const texts = this.texts();
    for (const [id, key] of [["panel-name", "panel"], ["moment", "moment"], ["it-glue", "it-glue"], ["change", "change"],
      ["journal-name", "journal"], ["log-name", "log"], ["act-as", "act-as"], ["act-in", "act-in"]]) {
      at(id).textContent = texts[`page-${key}`];
    }
    for (const [state, { choices }] of Object.entries(STATES)) {
      for (const button of at(choices).children) button.textContent = texts[`page-${state}-${button.value}`];
    }
    at("said").textContent = "";
  }

  async press(press, button) {
    const group = button.closest("fieldset");
    if (group.getAttribute("aria-busy") === "true") return;
    group.setAttribute("aria-busy", "true");
    at("said").textContent = "";
    try {
      const headers = { "content-type": "application/json" };
      const response = await fetch(`/panel?locale=${this.locale()}`, { method: "POST", headers, body: JSON.stringify(press) });
      if (!response.ok) throw new Error(`${response.status}`);
      const { said } = await response.json();
      at("said").textContent = said ?? "";
    } catch (error) {
      at("said").textContent = `${this.texts()["page-no-answer"]} (${error.message})`;
    } finally {
      group.removeAttribute("aria-busy");
    }
  }

  // Another start of the demo tells all there is once more, as does a connection that was lost.
  listen() {
    const events = new EventSource("/events");
    events.addEventListener("open", () => {
      at("journal").replaceChildren();
      at("lines").replaceChildren();
    });
    events.addEventListener("message", ({ data }) => {
      const { state, entries, lines } = JSON.parse(data);
      for (const [name, value] of Object.entries(state ?? {})) {
        for (const button of at(STATES[name].choices).children) button.setAttribute("aria-pressed", String(button.value === value));
      }
      add(at("journal"), entries);
      add(at("lines"), lines);
    });
  }
}

// Puts texts on top, the last one first, and drops the oldest.
function add(list, texts) {
  for (const text of texts) list.prepend(node("li", {}, text));
  while (list.children.length > SHOWN) list.lastChild.remove();
}
