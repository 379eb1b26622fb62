// Python, with the library, away from the page, so that typing never waits for an answer.
import { loadPyodide } from "./python/pyodide.mjs";

const folder = new URL("python/", import.meta.url).href;
const AT_ONCE = 30; // milliseconds of work between two looks at whether the case has changed

let wanted = null; // the case to answer: the latest, the others are dropped
const asked = []; // single requests, each answered
let wake = () => {};

self.addEventListener("message", ({ data }) => {
  if (data.request) asked.push(data);
  else wanted = data;
  wake();
});

async function started() {
  const archive = fetch(`${folder}library.zip`).then((response) => {
    if (!response.ok) throw new Error(`library.zip: ${response.status}`);
    return response.arrayBuffer();
  });
  const [python, library] = await Promise.all([loadPyodide({ indexURL: folder }), archive]);
  python.unpackArchive(library, "zip", { extractDir: "/library" });
  python.runPython("import sys; sys.path.insert(0, '/library'); sys.dont_write_bytecode = True");
  const { Session, ask } = python.pyimport("asylum_rules.explorer.session");
  const session = Session();
  python.runPython("import gc; gc.collect(); gc.freeze()");
  return (...request) => JSON.parse(ask(session, JSON.stringify(request)));
}

const others = () => new Promise((resolve) => setTimeout(resolve));

function answerRequest(ask) {
  const { request, number } = asked.shift();
  try {
    self.postMessage({ number, reply: ask(...request) });
  } catch (error) {
    self.postMessage({ number, error: String(error.message ?? error) });
  }
}

let answerable = false; // there was a case with nothing wrong in it: the session keeps the last such
const took = new Map(); // how long each question last took: the quick ones come first

async function answerCase(ask, questions) {
  const mine = wanted;
  const { id, name, facts, under, open } = mine;
  const problems = ask("take", name, facts, under);
  self.postMessage({ id, problems });
  answerable ||= problems.length === 0;
  if (answerable) {
    let answers = [];
    let since = performance.now();
    for (const question of questions.toSorted((one, other) => (took.get(one) ?? 0) - (took.get(other) ?? 0))) {
      const begun = performance.now();
      answers.push(ask("compared", question));
      took.set(question, performance.now() - begun);
      if (performance.now() - since > AT_ONCE) {
        self.postMessage({ id, answers });
        answers = [];
        await others();
        if (wanted !== mine) return;
        since = performance.now();
      }
    }
    self.postMessage({ id, answers, all: true });
    const further = [() => ({ dates: ask("dates") }), ...open.map((each) => () => ({ reasons: { question: each, policies: ask("reasons", each) } }))];
    for (const work of further) {
      await others();
      if (wanted !== mine) return;
      self.postMessage({ id, ...work() });
    }
  }
  self.postMessage({ id, done: true });
  if (wanted === mine) wanted = null;
}

try {
  const ask = await started();
  const form = ask("form");
  const questions = form.questions.map((question) => question.name);
  self.postMessage({ form });
  for (;;) {
    if (wanted) await answerCase(ask, questions);
    else if (asked.length) answerRequest(ask);
    else await new Promise((resolve) => { wake = resolve; });
  }
} catch (error) {
  self.postMessage({ failed: String(error.message ?? error) });
}
