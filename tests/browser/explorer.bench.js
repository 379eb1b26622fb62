// How long a reader waits: for the first answers after opening, and for every answer after a change.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { browser, folder, HERE, PYTHON, ROOT, serve } from "./browser.js";

const site = await folder();
const pyodide = join(HERE, "node_modules/pyodide");
execFileSync(PYTHON, ["-m", "asylum_rules.cli", "explorer", "--out", join(site.path, "explorer"), "--pyodide", pyodide], { cwd: ROOT });
const server = await serve(site.path);
const { context, close } = await browser();

const ms = (value) => `${Math.round(value)} ms`;
const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

/** Open the page; its clock starts with the navigation. */
async function opened(fragment = "") {
  const page = await context.newPage();
  await page.goto(`${server.address}/explorer/${fragment}`);
  await page.locator("#page").waitFor({ timeout: 60_000 });
  return { page, took: await page.evaluate(() => performance.now()) };
}

for (const visit of ["first visit", "second visit", "third visit"]) {
  const { page, took } = await opened();
  console.log(`first answers, ${visit}: ${ms(took)}`);
  await page.close();
}

/** Enter values one after the other; return how long each took until every answer was there, all else besides done. */
function changes(page, entered) {
  return page.evaluate(async (every) => {
    const answers = document.querySelector("#answers");
    const quiet = (part) => new Promise((resolve) => {
      const look = () => (part.getAttribute("aria-busy") === "false" ? resolve() : setTimeout(look));
      look();
    });
    const took = [];
    for (const [selector, value] of every) {
      const input = document.querySelector(selector);
      const begun = performance.now();
      if (input.type === "radio") input.checked = true;
      else input.value = value;
      input.dispatchEvent(new Event(input.matches("select, [type=radio]") ? "change" : "input"));
      await quiet(answers);
      took.push(performance.now() - begun);
      await quiet(document.querySelector("#dates"));
    }
    return took;
  }, entered);
}

const ENTERED = [
  ["#input-claimed_on", "2026-03-01"],
  ["#input-claimed_on", "2026-03-02"],
  ["#input-yearly_income", "60000"],
  ["#input-english", "c1"],
  ['#fact-was_unaccompanied_child_at_claim input[value="true"]', ""],
  ['#fact-was_unaccompanied_child_at_claim input[value=""]', ""],
  ["#input-months_on_public_funds", "13"],
  ['#fact-is_destitute input[value="true"]', ""],
  ["#input-route", "family_reunion"],
  ["#input-route", "in_country"],
];

const { page } = await opened();
for (const button of await page.locator("#examples button").all()) {
  const name = await button.textContent();
  for (const round of ["first round", "again"]) {
    await button.click();
    await page.locator('#dates[aria-busy="false"]').waitFor();
    const took = await changes(page, ENTERED);
    console.log(`${name}, ${round}: a change takes ${ms(median(took))}, the slowest of ${took.length} ${ms(Math.max(...took))}  [${took.map(Math.round).join(" ")}]`);
  }
}

await close();
server.close();
await site.close();
