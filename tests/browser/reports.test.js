// Reports as they are opened: from a file, at any width, in light and dark, on paper, with a keyboard, and hostile ones too.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { axe, browser, folder, PYTHON, ROOT } from "./browser.js";

const REPORTS = join(ROOT, "docs/examples/reports");
const CASE = join(ROOT, "docs/examples/small-boat.toml");
const WIDTHS = [360, 768, 1280, 1600];
const HOSTILE = [
  "<script>ran = 1</script>",
  '\\"><img src=x onerror=ran=1>',
  "' onload='ran=1' x='",
  "</title></style></script><svg onload=ran=1>",
  "javascript:ran=1",
  "{{ 7 * 7 }} {% include 'page.css' %}",
  "</text></desc><script>ran = 1</script>",
];

let made, chromium, context;

function write(name, ...words) {
  const file = join(made.path, name);
  execFileSync(PYTHON, ["-m", "asylum_rules.cli", ...words, "--out", file], { cwd: ROOT });
  return file;
}

before(async () => {
  made = await folder();
  chromium = await browser();
  context = chromium.context;
});

after(async () => {
  await chromium?.close();
  await made?.close();
});

/** Open a file; whatever it asks for, says or runs is held against it. */
async function opened(file) {
  const page = await context.newPage();
  const seen = [];
  const own = pathToFileURL(file).href;
  page.on("request", (request) => request.url() === own || seen.push(`asks for ${request.url()}`));
  page.on("console", (message) => seen.push(`says ${message.text()}`));
  page.on("pageerror", (error) => seen.push(`fails: ${error.message}`));
  page.on("dialog", (dialog) => { seen.push(`opens ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(own);
  return { page, seen };
}

async function readsWell(file) {
  const { page, seen } = await opened(file);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await axe(page), [], `${width} px, ${colorScheme}`);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide at ${width} px`);
  }
  assert.deepEqual(seen, []);
  await page.close();
}

for (const name of readdirSync(REPORTS)) {
  test(`${name} reads at every width, in light and dark, and asks for nothing`, () => readsWell(join(REPORTS, name)));
}

test("the rules of a policy, what changes in them, and a timeline do too", async () => {
  await readsWell(write("law.html", "rules", "uk/proposed", "--format", "html"));
  await readsWell(write("changes.html", "rules", "uk/baseline", "uk/latest", "--format", "html"));
  await readsWell(write("timeline.html", "timeline", CASE, "--format", "html"));
});

test("what comes of a population does too", async () => {
  const people = write("people.csv", "synthesise", "200");
  const words = ["population", people, "--question", "settlement.after", "--by", "entry", "--format", "html"];
  const file = join(made.path, "population.html");
  await writeFile(file, execFileSync(PYTHON, ["-m", "asylum_rules.cli", ...words], { cwd: ROOT }));
  await readsWell(file);
});

for (const [place, name] of HOSTILE.entries()) {
  test(`a case named ${name} runs nothing`, async () => {
    const file = join(made.path, `hostile-${place}.toml`);
    const facts = 'claim = "refugee"\nclaimed_on = 2026-04-01\ndecided_on = 2026-11-02\n';
    await writeFile(file, `name = "${name}"\n${facts}`);
    for (const [command, style] of [["diff", "html"], ["timeline", "html"], ["timeline", "svg"]]) {
      const { page, seen } = await opened(write(`hostile-${place}.${style}`, command, file, "--format", style));
      assert.equal(await page.evaluate(() => "ran" in window), false);
      assert.equal(await page.evaluate(() => document.querySelectorAll("script, img, iframe, object").length), 0);
      assert.ok((await page.evaluate(() => document.documentElement.textContent)).includes(name.replaceAll("\\", "")));
      assert.deepEqual(seen, []);
      await page.close();
    }
  });
}

test("a hostile reform runs nothing and leads nowhere but to the web", async () => {
  const file = join(made.path, "hostile-reform.toml");
  const text = HOSTILE.slice(0, 5).join(" ");
  const rule = 'question = "leave.length"\ngives = "P3Y"\noverrides = ["leave.five-years"]\nwhen.claim = "refugee"';
  await writeFile(file, [
    `title = "${text}"\nbase = "uk/baseline"\npublished = 2026-11-01`,
    `[source]\ntitle = "${text}"\npublisher = "${text}"\nurl = "https://example.org/\\"><script>ran=1</script>"`,
    `[[insert]]\nname = "leave.hostile"\ntext = "${text}"\n${rule}`,
  ].join("\n"));
  const { page, seen } = await opened(
    write("reform.html", "diff", CASE, "--policy", "uk/baseline", "--policy", file, "--format", "html"),
  );
  assert.equal(await page.evaluate(() => "ran" in window), false);
  const links = await page.evaluate(() => [...document.links].map((link) => link.protocol));
  assert.deepEqual(links.filter((protocol) => !["file:", "http:", "https:"].includes(protocol)), []);
  assert.deepEqual(seen, []);
});

test("a keyboard alone gets past the contents and opens what is folded", async () => {
  const { page } = await opened(join(REPORTS, "small-boat.html"));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#content$/);
  await page.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.ok(await page.locator("details").evaluate((details) => details.open));
});

test("on paper everything is there, and every source with its address", async () => {
  const { page } = await opened(join(REPORTS, "small-boat.html"));
  await page.emulateMedia({ media: "print" });
  const folded = page.locator("details .rule").first();
  assert.ok((await folded.boundingBox()).height > 0);
  const address = await page
    .locator(".rule a[href^=http]")
    .first()
    .evaluate((link) => getComputedStyle(link, "::after").content);
  assert.match(address, /https?:/);
});

test("the picture of a timeline stands alone", async () => {
  const { page, seen } = await opened(write("timeline.svg", "timeline", CASE, "--format", "svg"));
  assert.equal(await page.evaluate(() => document.documentElement.tagName), "svg");
  assert.deepEqual(seen, []);
});
