// The answers: one card a question, kept from case to case, so that only what differs changes on the page.
import { byId, counted, el, linked, opened, say, show } from "./dom.js";

const SIGNS = { less_favourable: "▼", more_favourable: "▲", different: "◆", depends: "◇" };

/** Build the cards; `toggled(question)` is called where reasons are asked for. */
export function makeAnswers(schema, { toggled, working, goTo }) {
  const cards = new Map(schema.questions.map((question) => [question.name, makeCard(question, schema, toggled)]));
  const facts = new Map(schema.facts.map((fact) => [fact.name, fact]));
  const points = new Map(schema.points.map((point) => [point.name, point]));
  byId("policies").append(...schema.policies.map((policy) => el("p", {}, policy.title)));

  return {
    open: () => [...cards.values()].filter((card) => card.open).map((card) => card.name),
    /** Show answers to some questions. */
    show(answers) {
      for (const answer of answers) cards.get(answer.question).show(answer);
      place([...cards.values()]);
    },
    /** Show the reasons for the answers to one question. */
    reasons({ question, policies }) {
      const say = { goTo, facts, points, working: (policy) => working(question, policy) };
      cards.get(question).why(policies.map((each, index) => reasonsOf(each, schema.policies[index], index, say)));
    },
    /** What the answers turn on, and how many of them differ. */
    sum() {
      const every = [...cards.values()].map((card) => card.answer).filter(Boolean);
      const waiting = new Map();
      for (const { facts: names = [] } of every) for (const name of names) waiting.set(name, (waiting.get(name) ?? 0) + 1);
      return {
        waiting,
        assumed: new Set(every.flatMap((each) => each.assumed ?? [])),
        points: new Set(every.flatMap((each) => each.points ?? [])),
        differs: every.filter((each) => each.covered && !each.stays).length,
        stays: every.filter((each) => each.covered && each.stays).length,
        silent: every.filter((each) => each.covered === false).length,
      };
    },
  };
}

function makeCard(question, schema, toggled) {
  const why = el("div", { className: "why", id: `why-${question.name}`, hidden: true });
  const button = el("button", { type: "button", "aria-expanded": "false", "aria-controls": why.id }, question.text);
  const values = schema.policies.map(() => el("dd"));
  const list = el("dl", { className: "columns" }, ...schema.policies.map((policy, index) => el("div", {}, el("dt", {}, policy.title), values[index])));
  const refused = el("p", { className: "notice wrong", hidden: true });
  const element = el("article", { className: "card", id: `answer-${question.name}` }, el("h4", {}, button), refused, list, why);
  const card = {
    name: question.name,
    text: question.text,
    element,
    answer: null,
    open: false,
    show(answer) {
      if (JSON.stringify(answer) === JSON.stringify(card.answer)) return;
      card.answer = answer;
      say(refused, answer.refused ?? "");
      show(refused, "refused" in answer);
      show(list, !("refused" in answer));
      (answer.answers ?? []).forEach((each, index) => values[index].replaceChildren(...valueOf(each)));
    },
    why(content) {
      const unfolded = [...why.querySelectorAll("details")].map((each) => each.open);
      why.replaceChildren(el("div", { className: "columns" }, ...content));
      why.querySelectorAll("details").forEach((each, index) => { each.open = unfolded[index] ?? false; });
    },
  };
  button.addEventListener("click", () => {
    card.open = !card.open;
    button.setAttribute("aria-expanded", String(card.open));
    why.replaceChildren(el("p", { className: "hint" }, "Working out the reasons …"));
    show(why, card.open);
    if (card.open) toggled(question.name);
  });
  return card;
}

function valueOf({ text, status, standing, direction, turn }) {
  const tags = [];
  if (standing) tags.push(el("span", { className: "tag" }, standing));
  if (turn) tags.push(el("span", { className: `tag ${direction}` }, el("span", { "aria-hidden": "true" }, `${SIGNS[direction] ?? ""} `), turn));
  return [el("span", { className: `value ${status}` }, opened(text)), ...tags.flatMap((tag) => [" ", tag])];
}

/** Put each card where it belongs; one that is there already is not touched. */
function place(cards) {
  const parts = { changes: [], stays: [], silent: [] };
  for (const card of cards) {
    if (card.answer === null) continue;
    const { covered, stays } = card.answer;
    parts[covered === false ? "silent" : stays ? "stays" : "changes"].push(card);
  }
  for (const name of ["changes", "stays"]) {
    const part = byId(name);
    const wanted = parts[name].map((card) => card.element);
    for (const element of [...part.children]) if (!wanted.includes(element)) element.remove();
    wanted.forEach((element, index) => {
      if (part.children[index] !== element) part.insertBefore(element, part.children[index] ?? null);
    });
    show(part.parentElement, wanted.length > 0);
  }
  byId("silent").replaceChildren(...parts.silent.map((card) => el("li", {}, card.text)));
  say(byId("silent-heading"), `${counted(parts.silent.length, "more question")} not covered for this case`);
  show(byId("silent-part"), parts.silent.length > 0);
}

function reasonsOf(reasons, policy, index, { goTo, facts, points, working }) {
  const part = el("section", { "aria-label": policy.title }, el("h5", {}, policy.title));
  if (reasons.possible.length) {
    part.append(el("p", {}, "It may be:"), el("ul", {}, ...reasons.possible.map((each) => el("li", {},
      el("strong", {}, each.text), each.headline ? "" : " (on another reading)", `, when ${each.when}`))));
  }
  if (reasons.many) part.append(el("p", {}, `It may be any of ${reasons.many}. State more of the case to narrow it.`));
  if (reasons.facts.length) {
    part.append(el("p", {}, "It turns on:"), el("ul", {}, ...reasons.facts.map((name) => el("li", {},
      el("button", { type: "button", className: "to", onclick: () => goTo(name) }, facts.get(name)?.text ?? name)))));
  }
  if (reasons.points.length) {
    part.append(el("p", {}, "It turns on what is not decided:"), el("ul", {}, ...reasons.points.map((name) => el("li", {}, points.get(name)?.text ?? name))));
  }
  if (reasons.rules.length) part.append(el("p", {}, "It rests on:"), el("ul", { className: "rules" }, ...reasons.rules.map(ruleOf)));
  if (reasons.assumed.length) {
    part.append(el("p", {}, "Presumed:"), el("ul", {}, ...reasons.assumed.map((name) => el("li", {},
      el("button", { type: "button", className: "to", onclick: () => goTo(name) }, facts.get(name)?.text ?? name, " ", el("strong", {}, facts.get(name)?.presumed ?? ""))))));
  }
  const lines = el("div", { className: "working" });
  const details = el("details", {}, el("summary", {}, "The working, step by step"), lines);
  details.addEventListener("toggle", async () => {
    if (!details.open || lines.childNodes.length) return;
    lines.replaceChildren(...(await working(index)).map((line) => el("p", { className: `step-${Math.min(12, line.search(/\S/))}` }, line.trim())));
  });
  show(details, !reasons.many);
  part.append(details);
  return part;
}

function ruleOf(rule) {
  const sources = rule.sources.map((source) => el("li", {}, linked(source.text, source.url)));
  return el("li", {},
    el("p", {}, rule.text),
    el("p", { className: "hint" }, `${opened(rule.standing)}; verified until ${rule.verified}`),
    el("ul", { className: "sources" }, ...sources));
}

/** Show what happens when: a picture, which the library draws, and rows of a day and what happens on it. */
export function showDates({ refused, figure, rows }, policies) {
  if (refused) return byId("dates").replaceChildren(el("p", {}, refused));
  const head = el("tr", {}, el("th", { scope: "col" }, "Day"), ...policies.map((policy) => el("th", { scope: "col" }, policy.title)));
  const body = rows.map(([day, ...cells]) => el("tr", {}, el("th", { scope: "row" }, opened(day)), ...cells.map((cell, index) =>
    el("td", { "data-policy": policies[index].title }, opened(cell)))));
  const picture = figure === null ? [] : [...new DOMParser().parseFromString(figure, "text/html").body.children];
  const moves = rows.some(([, ...cells]) => cells.some((cell) => cell.includes(" *")));
  byId("dates").replaceChildren(...picture, moves ? el("p", { className: "hint" }, "* would move under another reading, or with a fact that the case leaves out") : "", rows.length
    ? el("table", {}, el("thead", {}, head), el("tbody", {}, ...body))
    : el("p", {}, "No day is known."));
}
