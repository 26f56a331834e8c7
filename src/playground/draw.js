// Draws the messages and forms of responses. What it does not know is an error: a payload that cannot be seen here is not
// known to be seen in Discord.

import { markdown, node } from "./markdown.js";

const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger" };
const EPHEMERAL = 64;

// A message's body; `use(data)` is called with the data of an interaction for what is pressed or picked.
export function body(message, texts, use) {
  const {
    content, embeds = [], components = [], flags = 0, attachments, allowed_mentions, tts, poll, enforce_nonce, sticker_ids, ...unknown
  } = message;
  refuse(unknown, "message");
  if ((flags & ~EPHEMERAL) !== 0 || tts || poll || attachments?.length || sticker_ids?.length) throw new Error("a message with more than text and rows");
  void allowed_mentions, enforce_nonce;
  const parts = [];
  if (content) parts.push(markdown(content));
  parts.push(...embeds.map(embed), ...components.map((row) => actionRow(row, use)));
  if (flags & EPHEMERAL) parts.push(node("p", { class: "only" }, texts["page-only-you"]));
  return parts;
}

function embed({ title, description, color, url, fields, type, ...unknown }) {
  refuse(unknown, "embed");
  if (fields?.length || (type && type !== "rich")) throw new Error("an embed with more than a title and a description");
  const made = node("div", { class: "embed" });
  if (color) made.style.borderLeftColor = `#${color.toString(16).padStart(6, "0")}`;
  if (title) {
    const heading = node("h2", {});
    const words = markdown(title).childNodes;
    heading.append(...(url ? [node("a", { href: url, target: "_blank", rel: "noreferrer" }, ...words)] : words));
    made.append(heading);
  }
  if (description) made.append(markdown(description));
  return made;
}

function actionRow({ type, components, id, ...unknown }, use) {
  refuse(unknown, "row");
  void id;
  if (type !== 1) throw new Error(`a component of type ${type} outside a row`);
  return node("div", { class: "row" }, ...components.map((component) => (component.type === 3 ? menu(component, use) : button(component, use))));
}

function button({ type, style, label, custom_id, url, disabled, id, ...unknown }, use) {
  refuse(unknown, "button");
  void id;
  if (type !== 2) throw new Error(`a component of type ${type} in a row`);
  if (style === 5) return node("a", { class: "button", href: url, target: "_blank", rel: "noreferrer" }, label);
  if (!STYLES[style]) throw new Error(`a button of style ${style}`);
  const made = node("button", { type: "button", class: STYLES[style], disabled: Boolean(disabled) }, label);
  made.addEventListener("click", () => use({ custom_id, component_type: 2 }));
  return made;
}

function menu(component, use) {
  const made = select(component);
  const take = () => made.value && use({ custom_id: component.custom_id, component_type: 3, values: [made.value] });
  // By keyboard one walks through the entries first, and takes one with Enter.
  let walks = false;
  made.addEventListener("keydown", (event) => {
    walks = event.key !== "Enter";
    if (event.key === "Enter") take();
  });
  made.addEventListener("pointerdown", () => { walks = false; });
  made.addEventListener("change", () => walks || take());
  return made;
}

function select({ type, custom_id, options, placeholder, disabled, required, min_values, max_values, id, ...unknown }) {
  refuse(unknown, "menu");
  void type, id;
  if ((min_values ?? 1) > 1 || (max_values ?? 1) > 1) throw new Error("a menu to pick several from");
  const made = node("select", { name: custom_id, disabled: Boolean(disabled), required: required ?? true, "aria-label": placeholder });
  if (!options.some((option) => option.default)) made.append(node("option", { value: "", hidden: true, selected: true }, placeholder ?? ""));
  for (const { label, value, description, default: isDefault, ...unknown } of options) {
    refuse(unknown, "option");
    made.append(node("option", { value, selected: Boolean(isDefault) }, description ? `${label} — ${description}` : label));
  }
  return made;
}

function textField({ type, custom_id, style, value, required, min_length, max_length, placeholder, id, ...unknown }) {
  refuse(unknown, "text");
  void type, id;
  const shape = { name: custom_id, required: required ?? true, minLength: min_length, maxLength: max_length, placeholder };
  const made = style === 2 ? node("textarea", { ...shape, rows: 5 }) : node("input", { ...shape, type: "text" });
  made.value = value ?? "";
  return made;
}

function checkbox({ type, custom_id, default: on, id, ...unknown }) {
  refuse(unknown, "checkbox");
  void type, id;
  return node("input", { type: "checkbox", name: custom_id, checked: Boolean(on) });
}

// What a field's submission has.
function entered(field, type) {
  if (type === 3) return { values: field.value ? [field.value] : [] };
  return { value: type === 23 ? field.checked : field.value };
}

// The fields of a form, and the components that its submission has.
export function form({ title, components, custom_id, ...unknown }) {
  refuse(unknown, "form");
  void custom_id;
  const labels = components.map(({ type, label, description, component, id, ...unknown }) => {
    refuse(unknown, "label");
    void id;
    const draw = { 3: select, 4: textField, 23: checkbox }[component?.type];
    if (type !== 18 || !draw) throw new Error(`a field of type ${component?.type} in a form`);
    const field = draw(component);
    return { made: node("label", {}, label, description ? node("small", {}, description) : "", field), field, component };
  });
  const given = () =>
    labels.map(({ field, component }) => ({
      type: 18,
      component: { type: component.type, custom_id: component.custom_id, ...entered(field, component.type) },
    }));
  return { title, labels: labels.map(({ made }) => made), given };
}

function refuse(unknown, where) {
  const keys = Object.keys(unknown).filter((key) => unknown[key] !== null);
  if (keys.length) throw new Error(`${where} with ${keys.join(", ")}`);
}
