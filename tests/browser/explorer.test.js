// The explorer as a person meets it: a folder on a web server, a browser, a keyboard.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axe, browser, folder, HERE, PYTHON, ROOT, serve } from "./browser.js";

const POLICIES = ["uk/baseline", "uk/latest", "uk/proposed"];
const EXAMPLES = ["small-boat", "day-before", "resettled", "waiting"];

let site, server, chromium, context, address;

function command(...words) {
  return execFileSync(PYTHON, ["-m", "asylum_rules.cli", ...words], { cwd: ROOT, encoding: "utf8" });
}

before(async () => {
  site = await folder();
  const pyodide = join(HERE, "node_modules/pyodide");
  command("explorer", "--out", join(site.path, "explorer"), "--pyodide", pyodide);
  server = await serve(site.path);
  address = `${server.address}/explorer/`;
  chromium = await browser();
  context = chromium.context;
});

after(async () => {
  await chromium?.close();
  server?.close();
  await site?.close();
});

/** Open the explorer and wait for its first answers. */
async function opened(fragment = "") {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(address + fragment);
  await page.locator("#page").waitFor();
  return page;
}

/** Wait until all that is shown is of the case that is entered. */
async function settled(page) {
  await page.locator('#answers[aria-busy="false"]').waitFor();
  await page.locator('#dates[aria-busy="false"]').waitFor({ state: "attached" });
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** What the page shows of each question that it shows. */
function shown(page) {
  return page.locator("#changes .card, #stays .card").evaluateAll((cards) =>
    cards.map((card) => ({
      question: card.id.replace("answer-", ""),
      part: card.parentElement.id,
      answers: [...card.querySelectorAll("dd")].map((each) => ({
        text: each.querySelector(".value").textContent,
        tags: [...each.querySelectorAll(".tag")].map((tag) => tag.textContent),
      })),
    })),
  );
}

/** The facts that are asked for or stated, by whether an answer waits for them. */
function fields(page, inside = "#asked") {
  return page.locator(`${inside} > .field`).evaluateAll((every) =>
    Object.fromEntries(
      every.filter((each) => !each.hidden).map((each) => [each.id.replace("fact-", ""), each.classList.contains("open")]),
    ),
  );
}

const TURNS = {
  less_favourable: "worse",
  more_favourable: "better",
  same: "same",
  different: "different",
  depends: "depends",
};

function turn(headline, every) {
  if (headline === "same" && every === "same") return null;
  return headline === every ? TURNS[headline] : `${TURNS[headline]}; over all readings it ${TURNS[every]}`;
}

for (const name of EXAMPLES) {
  test(`the example ${name} is answered as on the command line`, async () => {
    const printed = JSON.parse(command("diff", `docs/examples/${name}.toml`, "--format", "json"));
    const page = await opened();
    await page.getByRole("button", { name: printed.case.name }).click();
    await settled(page);

    const wanted = new Map(printed.questions.map((each) => [each.question, each]));
    const found = await shown(page);
    for (const { question, part, answers } of found) {
      const { answers: said, changed, direction, headline_direction: headline } = wanted.get(question);
      assert.deepEqual(answers.map((each) => each.text), POLICIES.map((each) => capital(said[each].text)), question);
      assert.equal(part, Object.values(changed).every((each) => each === false) ? "stays" : "changes", question);
      POLICIES.forEach((policy, index) => {
        const tags = answers[index].tags.join(" ");
        const word = turn(headline[policy] ?? "same", direction[policy] ?? "same");
        const { standing } = said[policy];
        if (word) assert.ok(tags.endsWith(word), `${question}: ${tags}`);
        if (standing && standing !== "in_force") assert.ok(tags.startsWith(standing), `${question}: ${tags}`);
        if (!word && (!standing || standing === "in_force")) assert.equal(tags, "", question);
      });
      wanted.delete(question);
    }
    for (const each of wanted.values()) {
      assert.ok(POLICIES.every((policy) => each.answers[policy].status === "not_covered"), each.question);
    }
    const waits = printed.questions.flatMap((each) => POLICIES.flatMap((policy) => each.answers[policy].depends_on.facts));
    const asked = Object.entries(await fields(page)).filter(([, open]) => open).map(([fact]) => fact);
    assert.deepEqual(asked.sort(), [...new Set(waits)].filter((fact) => asked.includes(fact)).sort());
    const unasked = waits.filter((fact) => !asked.includes(fact));
    const presumable = Object.keys(await fields(page, "#presumed"));
    assert.ok(unasked.every((fact) => presumable.includes(fact)), unasked.join());
    await page.close();
  });
}

test("reasons give the rules with their standing and links to their sources", async () => {
  const page = await opened();
  const printed = JSON.parse(command("diff", "docs/examples/small-boat.toml", "--format", "json", "--question", "leave.length"));
  await page.getByRole("button", { name: "First permission to stay once recognised" }).click();
  const why = page.locator("#why-leave\\.length");
  await why.locator(".rules").first().waitFor();

  const sections = why.locator("section");
  assert.equal(await sections.count(), 3);
  assert.match(await sections.nth(1).textContent(), /in force from 2 March 2026/);
  const links = await sections.nth(1).locator(".sources a").evaluateAll((every) => every.map((each) => each.href));
  assert.ok(links.length > 0 && links.every((each) => each.startsWith("https://")), links.join());
  assert.equal(await sections.nth(1).locator(".rules > li").count(), printed.questions[0].answers["uk/latest"].rules.length);

  await sections.nth(1).getByText("The working, step by step").click();
  await page.getByText("Applies: leave.thirty-months").waitFor();
  await page.getByLabel("Local UK date on which the asylum claim").fill("2026-03-01");
  await page.locator("#why-leave\\.length section").nth(1).getByText("60 months", { exact: false }).or(
    page.locator("#why-leave\\.length section").nth(1).getByText("Five years", { exact: false }),
  ).first().waitFor();
  await page.close();
});

test("a question is asked only while it still matters", async () => {
  const page = await opened();
  await page.getByRole("button", { name: /Destitute and waiting/ }).click();
  await settled(page);
  assert.equal((await fields(page)).has_right_to_work, true);
  assert.ok(!("sponsor_leave" in (await fields(page))));

  await page.locator("#fact-has_right_to_work").getByLabel("Yes").check();
  await settled(page);
  assert.equal((await fields(page)).has_right_to_work, false);

  await page.locator("#fact-claim select").selectOption("refugee");
  await page.locator("#fact-decided_on").getByLabel("There is none").uncheck();
  await page.locator("#fact-decided_on input[type=date]").fill("2026-11-02");
  await settled(page);
  assert.equal((await fields(page)).sponsor_leave, true);
  await page.close();
});

test("what cannot be is told at its field, and the answers are those to the case before", async () => {
  const page = await opened();
  const before = await shown(page);
  await page.locator("#input-decided_on").fill("2026-03-31");
  await settled(page);

  assert.match(await page.locator("#error-decided_on").textContent(), /is before/);
  assert.equal(await page.locator("#input-decided_on").getAttribute("aria-invalid"), "true");
  assert.match(await page.locator("#kept").textContent(), /answers are those to the case before/);
  assert.deepEqual(await shown(page), before);

  await page.locator("#input-decided_on").fill("2026-11-02");
  await settled(page);
  assert.equal(await page.locator("#error-decided_on").isVisible(), false);
  assert.equal(await page.locator("#kept").isVisible(), false);
  await page.close();
});

test("what is wrong for a moment leaves no answers of two cases side by side", async () => {
  const page = await opened();
  await page.evaluate(() => {
    const enter = (selector, value, event) => {
      const input = document.querySelector(selector);
      input.value = value;
      input.dispatchEvent(new Event(event));
    };
    enter("#input-claimed_on", "2026-03-01", "input");
    enter("#input-decided_on", "2026-01-01", "input");
  });
  await settled(page);
  assert.equal(await page.locator("#error-decided_on").isVisible(), true);

  await page.locator("#input-decided_on").fill("2026-11-02");
  await settled(page);
  const other = await opened();
  await other.locator("#input-claimed_on").fill("2026-03-01");
  await settled(other);
  assert.deepEqual(await shown(page), await shown(other));
  await page.close();
  await other.close();
});

test("a copied link restores the case", async () => {
  const page = await opened();
  await page.getByRole("button", { name: /Destitute and waiting/ }).click();
  await page.locator("#fact-has_right_to_work").getByLabel("No", { exact: true }).check();
  await page.locator("#presumed-part summary").click();
  await page.locator("#fact-broke_the_law").getByLabel("Not known").check();
  await page.locator("#input-age").fill("17");
  await page.getByLabel("A name for the case").fill("Ana & Zoë <3 #1");
  await settled(page);
  await page.locator("#points-part summary").click();
  await page.locator("#points select").locator("visible=true").first().selectOption({ index: 1 });
  await settled(page);
  await page.getByRole("button", { name: "Copy a link" }).click();
  await page.locator("#link-part").waitFor();
  const link = await page.locator("#link").inputValue();
  assert.ok(link.startsWith(`${address}#`), link);

  const other = await opened(link.slice(address.length));
  assert.deepEqual(await shown(other), await shown(page));
  assert.equal(await other.locator("#name").inputValue(), "Ana & Zoë <3 #1");
  assert.equal(await other.locator("#input-age").inputValue(), "17");
  assert.equal(await other.locator("#fact-broke_the_law").getByLabel("Not known").isChecked(), true);
  assert.equal(await other.locator("#kept").isVisible(), false);

  await other.locator("#input-age").fill("18");
  assert.equal(await other.evaluate(() => location.hash), "", "the address no longer says what is shown");
  await page.close();
  await other.close();
});

test("a link to a case while another is shown is followed", async () => {
  const page = await opened();
  await page.evaluate(() => { location.hash = "claim=refused&decided_on=2026-05-05"; });
  await page.waitForFunction(() => document.querySelector("#input-claim").value === "refused");
  await settled(page);

  assert.equal(await page.locator("#input-decided_on").inputValue(), "2026-05-05");
  assert.equal(await page.locator("#input-claimed_on").inputValue(), "");
  await page.close();
});

const HOSTILE = [
  ["name", "<img src=x onerror=hacked()>"],
  ["claim", "<script>hacked()</script>"],
  ["claimed_on", "javascript:hacked()"],
  ["age", "'\"><svg onload=hacked()>"],
  ["assets", "__import__('js').hacked()"],
  ["english", "b1"],
  ["__proto__", "hacked"],
  ["constructor", "<b onmouseover=hacked()>"],
  ["under.settlement.core_period", "<i>"],
  ["under.__proto__", "x"],
];

test("hostile values in a link run nothing, are left out, and are told", async () => {
  const page = await opened(`#${new URLSearchParams(HOSTILE)}`);
  await settled(page);

  assert.equal(await page.evaluate(() => "hacked" in globalThis || "hacked" in {}), false);
  assert.equal(await page.locator("img, svg[onload], b, i").count(), 0);
  assert.equal(await page.locator("#name").inputValue(), "<img src=x onerror=hacked()>");
  assert.equal(await page.locator("#fact-english select").inputValue(), "b1");
  const told = await page.locator("#kept").textContent();
  for (const part of ["“__proto__” is no fact here", "age:", "claimed_on:", "“constructor”"]) assert.ok(told.includes(part), told);
  assert.equal(await page.locator("#input-claim").inputValue(), "");

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the report" }).click()]);
  const text = await readFile(await download.path(), "utf8");
  assert.ok(text.includes("&lt;img src=x"), "the name of the case is escaped in the report");
  assert.ok(!text.includes("<img"), "and stands nowhere else");
  await page.close();
});

test("a link to a case that cannot be says so, and the case can be mended", async () => {
  const page = await opened("#claim=refugee&decided_on=none&route=in_country");
  assert.match(await page.locator("#impossible").textContent(), /has a date of decision/);
  assert.match(await page.locator("#kept").textContent(), /It has no answers yet/);

  await page.locator("#fact-decided_on").getByLabel("There is none").uncheck();
  await page.locator("#input-decided_on").fill("2026-11-02");
  await settled(page);
  assert.equal(await page.locator("#impossible").isVisible(), false);
  assert.ok((await shown(page)).length > 10);
  await page.close();
});

test("a link that is no case, or is far too long, shows the first example", async () => {
  for (const fragment of ["#answers", `#name=${"x".repeat(30_000)}`]) {
    const page = await opened(fragment);
    assert.equal(await page.locator("#input-claim").inputValue(), "refugee");
    await page.close();
  }
});

test("the case as a file is answered the same on the command line", async () => {
  const page = await opened();
  await page.locator("#input-yearly_income").fill("12570.50");
  await page.locator("#fact-english select").selectOption("c1");
  await settled(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the case" }).click()]);
  const file = join(site.path, "case.json");
  await writeFile(file, await readFile(await download.path()));

  const printed = JSON.parse(command("diff", file, "--format", "json"));
  assert.equal(printed.case.facts.yearly_income, "12570.50 GBP");
  for (const { question, answers } of await shown(page)) {
    const said = printed.questions.find((each) => each.question === question).answers;
    assert.deepEqual(answers.map((each) => each.text), POLICIES.map((each) => capital(said[each].text)), question);
  }
  await page.close();
});

test("nothing leaves the machine, and nothing is left behind", async () => {
  const elsewhere = createServer((_, response) => response.end());
  const visits = [];
  elsewhere.on("request", (request) => visits.push(request.url));
  await new Promise((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const outside = `http://127.0.0.1:${elsewhere.address().port}/`;
  const requests = [];
  const listen = (request) => requests.push(request.url());
  context.on("request", listen);

  const page = await opened("#claim=refugee&age=77&name=Somebody");
  await page.locator("#input-age").fill("78");
  await settled(page);
  await page.getByRole("button", { name: "First permission to stay once recognised" }).click();
  await page.locator(".rules").first().waitFor();
  await page.getByRole("button", { name: "Copy a link" }).click();

  context.off("request", listen);
  const own = requests.filter((each) => !each.startsWith("blob:") && !each.startsWith("data:"));
  assert.ok(own.length > 10 && own.every((each) => each.startsWith(address)), own.join("\n"));
  assert.ok(own.every((each) => !/refugee|Somebody|7[78]/.test(each.slice(address.length).replace(/#.*/, ""))), own.join("\n"));

  const sent = (url) => fetch(url, { mode: "no-cors" }).then(() => "sent", () => "refused");
  assert.equal(await page.evaluate(sent, outside), "refused");
  assert.equal(await page.workers()[0].evaluate(sent, outside), "refused");
  assert.deepEqual(visits, []);
  elsewhere.close();

  const kept = await page.evaluate(async () => [
    localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length,
  ]);
  assert.deepEqual(kept, [0, 0, "", 0, 0]);
  await page.close();
});

/** Press a key until an element has the focus. */
async function reach(page, selector, key = "Tab") {
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${selector} is not reached by ${key}`);
}

test("the keyboard alone suffices", async () => {
  const page = await opened();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the answers");
  await reach(page, "#examples button:nth-child(4)");
  await page.keyboard.press("Enter");
  await settled(page);
  assert.equal(await page.locator("#input-claim").inputValue(), "pending");

  await reach(page, "#input-claim");
  await page.keyboard.type("Finally");
  await settled(page);
  assert.equal(await page.locator("#input-claim").inputValue(), "refused");
  await page.keyboard.type("Pending");
  await reach(page, '#fact-is_destitute input[value="true"]');
  await page.keyboard.press("ArrowDown");
  await settled(page);
  assert.equal(await page.locator('#fact-is_destitute input[value="false"]').isChecked(), true);
  assert.equal(await page.evaluate(() => document.activeElement.value), "false", "the focus stays in the field");
  await page.keyboard.press("ArrowUp");
  await reach(page, "#presumed-part summary");
  await page.keyboard.press("Enter");
  await reach(page, "#fact-broke_the_law input");
  await reach(page, "#copy");
  await page.keyboard.press("Enter");
  await page.locator("#link-part").waitFor();
  await reach(page, '[aria-controls="why-support.grounds_against"]');
  await page.keyboard.press("Space");
  await page.locator("#why-support\\.grounds_against .to").first().waitFor();
  await reach(page, "#why-support\\.grounds_against .to");
  await page.keyboard.press("Enter");
  assert.ok(await page.evaluate(() => document.activeElement.closest(".field")));
  await page.close();
});

test("an accessibility checker finds nothing, light or dark, narrow or wide", async () => {
  const page = await opened();
  await page.getByRole("button", { name: /Destitute and waiting/ }).click();
  await page.locator("#presumed-part summary").click();
  await page.locator("#points-part summary").click();
  await page.locator("#input-claimed_on").fill("2026-01-14");
  await page.locator("#input-arrived_on").fill("");
  await page.getByRole("button", { name: "Grounds on which support may be refused or stopped" }).click();
  await page.locator(".rules").first().waitFor();
  await page.locator("#input-household_size").fill("none at all");
  await page.locator("#error-household_size:not([hidden])").waitFor();
  await settled(page);
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await axe(page), [], `${colorScheme}, ${width}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(over, 0, `nothing is cut off at ${width}`);
    }
  }
  await page.close();
});

test("a folder that lacks a part says so", async () => {
  const page = await context.newPage();
  await page.route("**/library.zip", (route) => route.abort());
  await page.goto(address);
  await page.locator("#trouble:not([hidden])").waitFor();

  assert.match(await page.locator("#trouble").textContent(), /cannot answer/);
  await page.close();
});
