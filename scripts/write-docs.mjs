// Writes the generated pages of docs/: npm run docs
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { RULES, SERIES_RULES, VERSION_RULES } from "../dist/src/audit/registry.js";
import { cliReference } from "./docs/cli-reference.mjs";
import { rulesPage } from "./docs/rules.mjs";

const cli = fileURLToPath(new URL("../dist/src/cli/cli.js", import.meta.url));
const docs = new URL("../docs/", import.meta.url);
writeFileSync(new URL("cli.md", docs), await cliReference("en", cli));
writeFileSync(new URL("cli.zh-CN.md", docs), await cliReference("zh-CN", cli));
const rules = [RULES, SERIES_RULES, VERSION_RULES];
writeFileSync(new URL("rules.md", docs), rulesPage("en", rules));
writeFileSync(new URL("rules.zh-CN.md", docs), rulesPage("zh", rules));
