// What the checks share: a folder served as anyone would serve it, and Debian's Chromium with nothing of its own running.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const HERE = fileURLToPath(new URL(".", import.meta.url));

export const ROOT = join(HERE, "../..");
export const PYTHON = resolve(ROOT, process.env.VENV ?? ".venv", "bin/python");

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Make a folder of one's own; it is removed when `close` is called. */
export async function folder() {
  const path = await mkdtemp(join(tmpdir(), "asylum-rules-"));
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}

/** Serve a folder with `python -m http.server`. */
export async function serve(path) {
  const server = spawn(PYTHON, ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", path]);
  const address = await new Promise((resolve, reject) => {
    server.on("exit", (code) => reject(new Error(`http.server ended with ${code}`)));
    server.stdout.on("data", (text) => {
      const port = /port (\d+)/.exec(text);
      if (port) resolve(`http://127.0.0.1:${port[1]}`);
    });
  });
  return { address, close: () => server.kill() };
}

/** Start Chromium with a profile of its own. */
export async function browser() {
  const profile = await folder();
  const context = await chromium.launchPersistentContext(profile.path, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: FLAGS,
    acceptDownloads: true,
  });
  return {
    context,
    async close() {
      await context.close();
      await profile.close();
    },
  };
}

/** What an accessibility checker finds on a page. */
export async function axe(page) {
  await page.evaluate(await readFile(join(HERE, "node_modules/axe-core/axe.min.js"), "utf8"));
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}
