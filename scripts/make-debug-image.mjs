// Writes docs/images/debug-overlay.png: npm run build && node scripts/make-debug-image.mjs
// The picture is taken by Chromium (Debian: chromium, with fonts-noto-cjk) of what `nianbao debug` draws.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "overlay-"));
const svg = join(folder, "page.svg");
mkdirSync("docs/images", { recursive: true });
execFileSync("node", ["dist/src/cli/cli.js", "debug", "samples/lanchuan-water-2024.pdf", "--page", "2", "--out", svg]);
const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(readFileSync(svg, "utf8")).map(Math.ceil);
execFileSync("chromium", [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", `--window-size=${width},${height}`],
  ...["--screenshot=docs/images/debug-overlay.png", `file://${svg}`],
]);
rmSync(folder, { recursive: true });
