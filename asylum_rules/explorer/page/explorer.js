// The page: a case is entered, its answers are shown as they come; a link or a file takes it along.
import { makeAnswers, showDates } from "./answers.js";
import { byId, counted, el, say, show } from "./dom.js";
import { engine } from "./engine.js";
import { makeForm, makePoints } from "./form.js";
import { caseIn, linkTo } from "./link.js";

let state = { name: null, facts: {}, under: {} };
let schema, fields, points, answers;
let answered = false; // there are answers on the page
let leftOut = []; // what a link said that was not taken
let fromLink = false; // the case came with the address: what is wrong in it is left out and told
const touched = new Set(); // facts entered here: their fields stay, whatever the answers turn on

const python = engine(receive);

function receive(message) {
  if (message.failed) return failed(message.failed);
  if (message.form) return begin(message.form);
  if (message.problems) showProblems(message.problems);
  if (message.answers) answers.show(message.answers);
  if (message.all) {
    answered = true;
    showSum();
    ready();
  }
  if (message.dates) showDates(message.dates, schema.policies);
  if (message.reasons) answers.reasons(message.reasons);
  if (message.done) {
    ready();
    busy("dates", false);
  }
}

/** Say whether a part of the page is still of the case before. */
function busy(part, is) {
  byId(part).setAttribute("aria-busy", String(is));
}

/** Show the page, and that its answers are those to the case. */
function ready() {
  busy("answers", false);
  show(byId("getting-ready"), false);
  show(byId("page"), true);
  show(byId("sum"), true);
}

function failed(what) {
  show(byId("getting-ready"), false);
  say(byId("trouble"), `This page cannot answer: ${what}. Load it again; if that does not help, part of its folder is missing.`);
  show(byId("trouble"), true);
}

function begin(form) {
  schema = form;
  fields = makeForm(schema, (name, value) => {
    touched.add(name);
    enter("facts", name, value);
  });
  points = makePoints(schema, (name, value) => enter("under", name, value));
  answers = makeAnswers(schema, {
    toggled: reasons,
    working: (question, policy) => python.ask("working", question, policy),
    goTo,
  });
  say(byId("not-advice"), schema.not_advice);
  say(byId("about"), `asylum_rules ${schema.library}. Rules verified until ${schema.verified_until}; what came later is not known here.`);
  byId("examples").append(
    ...schema.examples.map((example) => el("button", { type: "button", onclick: () => start({ ...example, under: {} }) }, example.name)),
    el("button", { type: "button", onclick: () => start({ name: null, facts: {}, under: {} }) }, "Nothing known"),
  );
  if (!startFromLink()) start({ ...schema.examples[0], under: {} });
  addEventListener("hashchange", startFromLink);
}

function startFromLink() {
  const given = caseIn(location.hash, schema);
  if (given === null) return false;
  fromLink = true;
  start(given.state, given.unknown);
  return true;
}

/** Show another case. */
function start(other, unknown = []) {
  if (!fromLink) forgetLink();
  state = structuredClone(other);
  touched.clear();
  leftOut = unknown.map((name) => `“${name.slice(0, 80)}” is no fact here`);
  for (const [name, field] of fields) field.set(state.facts[name] ?? "");
  for (const [name, point] of points) point.set(state.under[name] ?? "");
  byId("name").value = state.name ?? "";
  answer();
}

/** Enter one fact, or one reading. */
function enter(part, name, value) {
  forgetLink();
  if (value === "") delete state[part][name];
  else state[part][name] = value;
  answer();
}

/** Take the case out of the address, which no longer says what is shown. */
function forgetLink() {
  if (location.hash.includes("=")) history.replaceState(null, "", location.pathname + location.search);
  show(byId("link-part"), false);
  say(byId("told"), "");
}

function answer() {
  busy("answers", true);
  busy("dates", true);
  python.answer(state, answers.open());
}

async function reasons(question) {
  answers.reasons({ question, policies: await python.ask("reasons", question) });
}

function showProblems(problems) {
  if (fromLink && problems.some((problem) => problem.fact !== null)) return leaveOut(problems);
  fromLink = false;
  const of = Map.groupBy(problems, (problem) => problem.fact);
  for (const [name, field] of fields) field.fault(of.get(name)?.map((problem) => inWords(problem.what)).join("; ") ?? null);
  const others = [...(of.get(null) ?? []), ...(of.get("name") ?? [])];
  byId("impossible").replaceChildren(...others.map((problem) => el("li", {}, inWords(problem.what))));
  show(byId("impossible"), others.length > 0);
  const kept = [...leftOut];
  if (problems.length) kept.push(`Something in the case is not right. ${answered ? "The answers are those to the case before" : "It has no answers yet"}`);
  say(byId("kept"), kept.length ? `${kept.join(". ")}.` : "");
  show(byId("kept"), kept.length > 0);
  if (problems.length) for (const name of Object.keys(state.facts)) show(fields.get(name).element, true);
}

/** Leave out what a link states wrongly, and say so. */
function leaveOut(problems) {
  for (const { fact, what } of problems) {
    leftOut.push(inWords(fact === null ? what : `${fact}: ${what}`));
    if (fact === "name") state.name = null;
    else if (fact !== null) delete state.facts[fact];
  }
  for (const [name, field] of fields) field.set(state.facts[name] ?? "");
  byId("name").value = state.name ?? "";
  answer();
}

const inWords = (what) => what.replaceAll("`", "");

function showSum() {
  const { waiting, assumed, points: turning, differs, stays, silent } = answers.sum();
  let presumed = 0;
  let unanswered = 0;
  for (const [name, field] of fields) {
    const stated = name in state.facts;
    const open = !stated && field.fact.presumed === null ? waiting.get(name) ?? 0 : 0;
    if (open) unanswered += 1;
    if (!stated && field.fact.presumed !== null && assumed.has(name)) presumed += 1;
    field.turn(open);
    const matters = waiting.has(name) || assumed.has(name);
    show(field.element, stated || matters || touched.has(name) || field.element.contains(document.activeElement));
  }
  for (const [name, point] of points) show(point.element, turning.has(name) || name in state.under);
  say(byId("presumed-heading"), `Presumed (${presumed})`);
  show(byId("presumed-part"), [...byId("presumed").children].some((field) => !field.hidden));
  say(byId("points-heading"), `Not decided in law (${turning.size})`);
  show(byId("points-part"), [...byId("points").children].some((field) => !field.hidden));
  say(byId("still"), unanswered ? `${counted(unanswered, "question")} below still ${unanswered === 1 ? "matters" : "matter"}; the rest make no difference here.` : "Nothing more that could be asked makes a difference.");
  show(byId("next"), unanswered > 0);
  say(byId("sum-text"), `${counted(differs, "answer")} ${differs === 1 ? "changes" : "change"} or may`);
  say(byId("summary"), [
    `${counted(differs, "answer")} ${differs === 1 ? "changes or may change" : "change or may change"}`,
    `${stays} ${stays === 1 ? "stays" : "stay"} the same`,
    silent ? `${counted(silent, "question")} ${silent === 1 ? "is" : "are"} not covered for this case` : null,
  ].filter(Boolean).join("; ").concat("."));
}

/** Bring a fact into view and to the keyboard. */
function goTo(name) {
  const field = fields.get(name);
  for (let part = field.element; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
  show(field.element, true);
  field.focus();
}

byId("next").addEventListener("click", () => {
  goTo(byId("asked").querySelector(".field.open").id.replace("fact-", ""));
});
byId("name").addEventListener("input", (event) => {
  forgetLink();
  state.name = event.target.value || null;
  answer();
});
byId("form").addEventListener("submit", (event) => event.preventDefault());

byId("copy").addEventListener("click", async () => {
  const link = linkTo(state);
  byId("link").value = link;
  show(byId("link-part"), true);
  try {
    await navigator.clipboard.writeText(link);
    say(byId("told"), "Copied. Whoever has the link can read the case in it.");
  } catch {
    byId("link").select();
    say(byId("told"), "Copy the link below. Whoever has it can read the case in it.");
  }
});
byId("report").addEventListener("click", () => download("report"));
byId("save").addEventListener("click", () => download("case"));

async function download(what) {
  say(byId("told"), "Being written …");
  try {
    const { name, type, text } = await python.ask(what);
    const link = el("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    say(byId("told"), `${name} is downloaded.`);
  } catch (error) {
    say(byId("told"), `It cannot be written: ${error.message.trim().split("\n").at(-1)}`);
  }
}
