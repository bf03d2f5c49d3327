// The help of every command as one Markdown page. The page is generated, so that it can't say what --help does not.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const WORDS = {
  en: {
    title: "Command line reference",
    intro: "Generated from `--help` by `npm run docs`; don't edit.",
  },
  "zh-CN": { title: "命令行参考", intro: "由 `npm run docs` 根据 `--help` 生成，请勿手工修改。" },
};

/** The page in a language; `cli` is the path of the built command. */
export async function cliReference(language, cli) {
  const lang = language.slice(0, 2);
  const help = async (...args) =>
    (await run(process.execPath, [cli, ...args, "--help", "--lang", lang], { env: { ...process.env, COLUMNS: "" } }))
      .stdout;
  const overview = await help();
  const commands = [...overview.matchAll(/^ {2}([a-z]+) \[(?:options|选项)\]/gm)].map(([, name]) => name);
  const pages = await Promise.all(commands.map(async (name) => [`nianbao ${name}`, await help(name)]));
  const { title, intro } = WORDS[language];
  const parts = [["nianbao", overview], ...pages].map(
    ([name, text]) => `## ${name}\n\n\`\`\`\n${text.trimEnd()}\n\`\`\`\n`,
  );
  return [`# ${title}\n\n${intro}\n`, ...parts].join("\n");
}
