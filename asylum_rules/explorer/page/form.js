// The form: one field a fact. A field is made once and shown while its fact is stated or still matters.
import { byId, counted, el, opened, say, show } from "./dom.js";

const LEFT_OUT = ""; // nothing is said of the fact
const UNKNOWN = "unknown"; // it is said that the fact is not known, so nothing is presumed

/** Build the fields; `changed(name, value)` is called with each entry, "" where nothing is said any more. */
export function makeForm(schema, changed) {
  const fields = new Map();
  for (const fact of schema.facts) {
    const field = makeField(fact, (value) => changed(fact.name, value));
    fields.set(fact.name, field);
    byId(fact.presumed === null ? "asked" : "presumed").append(field.element);
  }
  return fields;
}

function makeField(fact, changed) {
  const { kind } = fact;
  const make = kind === "yes_no" ? yesNo : kind === "code" ? choice : entry;
  const control = make(fact, changed);
  const error = el("p", { className: "error", id: `error-${fact.name}`, hidden: true });
  const turns = el("p", { className: "turns", id: `turns-${fact.name}`, hidden: true });
  control.element.append(turns, error);
  for (const input of control.inputs) input.setAttribute("aria-describedby", `${turns.id} ${error.id}`);
  control.element.hidden = true;
  return {
    fact,
    element: control.element,
    set: control.set,
    focus: () => control.inputs[0].focus(),
    /** Say how many answers wait for the fact. */
    turn(count) {
      say(turns, count ? `Not known yet: ${counted(count, "answer")} ${count === 1 ? "turns" : "turn"} on it.` : "");
      show(turns, count > 0);
      control.element.classList.toggle("open", count > 0);
    },
    /** Say what is wrong with what is entered; nothing where `what` is null. */
    fault(what) {
      say(error, what ?? "");
      show(error, what !== null);
      for (const input of control.inputs) {
        if (what === null) input.removeAttribute("aria-invalid");
        else input.setAttribute("aria-invalid", "true");
      }
    },
  };
}

const found = (fact) => (fact.assessed ? " (as a person or an authority finds)" : "");
const leftOut = (fact) => (fact.presumed === null ? "Not known" : `Presumed: ${fact.presumed}`);

/** What a fact may be said to be, with the word for each. */
function alternatives(fact, values) {
  return [
    [LEFT_OUT, leftOut(fact)],
    ...values,
    ...(fact.none ? [["none", "There is none"]] : []),
    ...(fact.presumed === null ? [] : [[UNKNOWN, "Not known"]]),
  ];
}

function yesNo(fact, changed) {
  const inputs = [];
  const options = alternatives(fact, [["true", "Yes"], ["false", "No"]]).map(([value, text]) => {
    const input = el("input", { type: "radio", name: fact.name, value, onchange: () => changed(value) });
    inputs.push(input);
    return el("label", { className: "option" }, input, ` ${text}`);
  });
  const element = el("fieldset", { className: "field", id: `fact-${fact.name}` },
    el("legend", {}, fact.text + found(fact)), el("div", { className: "options" }, ...options));
  const set = (value) => {
    const held = inputs.find((input) => input.value === value) ?? inputs[0];
    held.checked = true;
  };
  return { element, inputs, set };
}

function choice(fact, changed) {
  const options = alternatives(fact, fact.codes.map(({ code, text }) => [code, opened(text)]));
  const select = el("select", { id: `input-${fact.name}`, onchange: () => changed(select.value) },
    ...options.map(([value, text]) => el("option", { value }, text)));
  const set = (value) => {
    select.value = value;
    if (select.selectedIndex < 0) select.value = LEFT_OUT;
  };
  return { element: labelled(fact, select), inputs: [select], set };
}

const SHAPES = {
  date: { type: "date", min: "1900-01-01", max: "2199-12-31" },
  moment: { type: "datetime-local", min: "1900-01-01T00:00", max: "2199-12-31T23:59" },
  count: { type: "text", inputMode: "numeric", maxLength: 9 },
  money: { type: "text", inputMode: "decimal", maxLength: 18 },
};

/** A field to type into; beside it what may be said instead. */
function entry(fact, changed) {
  const tell = () => {
    const instead = boxes.find((box) => box.checked);
    input.disabled = instead !== undefined;
    changed(instead ? instead.value : input.value.trim());
  };
  const input = el("input", {
    id: `input-${fact.name}`,
    ...SHAPES[fact.kind],
    oninput: () => { if (!input.validity.badInput) tell(); },
  });
  const boxes = alternatives(fact, []).slice(1).map(([value]) => el("input", { type: "checkbox", value, onchange: (event) => {
    for (const box of boxes) box.checked = box === event.target && box.checked;
    tell();
  } }));
  const words = { none: "There is none", [UNKNOWN]: "Not known" };
  const labels = boxes.map((box) => el("label", { className: "option" }, box, ` ${words[box.value]}`));
  const hint = fact.presumed === null ? null : el("span", { className: "hint" }, ` Left empty: presumed ${fact.presumed}.`);
  const sign = fact.kind === "money" ? el("span", { "aria-hidden": "true" }, "£ ") : null;
  const element = labelled(fact, el("div", { className: "options" }, sign, input, ...labels), hint);
  const set = (value) => {
    for (const box of boxes) box.checked = box.value === value;
    input.disabled = boxes.some((box) => box.checked);
    const typed = input.disabled ? "" : value.replace(/ GBP$/, "");
    if (input.value !== typed) input.value = typed;
  };
  return { element, inputs: [input, ...boxes], set };
}

function labelled(fact, control, hint = null) {
  const unit = fact.kind === "money" ? " (in pounds)" : "";
  return el("div", { className: "field", id: `fact-${fact.name}` },
    el("label", { for: `input-${fact.name}` }, fact.text + found(fact) + unit, hint), control);
}

/** Build a choice of reading for each open point. */
export function makePoints(schema, changed) {
  const fields = new Map();
  for (const point of schema.points) {
    const first = point.headline === null ? "Not decided" : `Not decided (shown first: ${point.headline})`;
    const select = el("select", { id: `point-${point.name}`, onchange: () => changed(point.name, select.value) },
      el("option", { value: "" }, first),
      ...point.readings.map(({ code, text }) => el("option", { value: code }, opened(text))));
    const element = el("div", { className: "field", hidden: true }, el("label", { for: select.id }, point.text), select);
    fields.set(point.name, { element, set: (value) => { select.value = value; } });
    byId("points").append(element);
  }
  return fields;
}
