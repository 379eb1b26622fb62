// A case in the fragment of an address, which browsers do not send to a server: #claim=refugee&english=b1

const READING = "under."; // before the name of an open point
const LONGEST = 20000;

/** The address of this page with a case in its fragment. */
export function linkTo({ name, facts, under }) {
  const said = new URLSearchParams(facts);
  for (const [point, reading] of Object.entries(under)) said.set(READING + point, reading);
  if (name) said.set("name", name);
  const address = new URL(location.href);
  address.hash = said.toString();
  return address.href;
}

/** The case in a fragment, and the names in it that this page does not know; null where there is none. */
export function caseIn(fragment, form) {
  const text = fragment.replace(/^#/, "");
  if (!text.includes("=") || text.length > LONGEST) return null;
  const known = new Set(form.facts.map((fact) => fact.name));
  const readings = new Map(form.points.map((point) => [point.name, new Set(point.readings.map((each) => each.code))]));
  const found = { name: null, facts: {}, under: {} };
  const unknown = [];
  for (const [key, value] of new URLSearchParams(text)) {
    const point = key.startsWith(READING) ? key.slice(READING.length) : null;
    if (key === "name") found.name = value;
    else if (known.has(key)) found.facts[key] = value;
    else if (point !== null && readings.get(point)?.has(value)) found.under[point] = value;
    else unknown.push(key);
  }
  return { state: found, unknown };
}
