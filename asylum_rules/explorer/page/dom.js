// Elements made from values: what is given is text, never markup.

/** An element with properties (a dash marks an attribute: "aria-label") and children; what is null is left out. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (name.includes("-") || name === "for" || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** A text with its first letter in upper case. */
export const opened = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A count with its noun: "1 fact", "2 facts". */
export const counted = (count, noun, nouns = `${noun}s`) => `${count} ${count === 1 ? noun : nouns}`;

/** Show an element, or hide it, where it is not so already. */
export function show(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

/** Set the text of an element where it differs, so that nothing is announced twice. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A link to a source on the web; the text alone for any other address. */
export function linked(text, url) {
  const web = typeof url === "string" && /^https?:\/\//.test(url);
  return web ? el("a", { href: url, rel: "noreferrer", target: "_blank" }, text) : text;
}
