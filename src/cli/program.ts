/** The arguments in; the commands of `nianbao`, each loaded when it is called. */
import { Command, CommanderError, Option } from "commander";
import { VERSION } from "../version.js";
import { EXIT_OK, EXIT_USAGE } from "./failure.js";
import { speak, usageErrorLine } from "./help-words.js";
import type { Language } from "../language.js";
import { languageOf, translator, type Translate } from "./language.js";
import { printableLine } from "./terminal.js";

type Load = (t: Translate) => Promise<Command>;

/** In the order of the help. A module is loaded only for its own command or for the help of all. */
const COMMANDS: Readonly<Record<string, Load>> = {
  parse: async (t) => (await import("./parse.js")).parseCommand(t),
  audit: async (t) => (await import("./audit.js")).auditCommand(t),
  import: async (t) => (await import("./import.js")).importCommand(t),
  export: async (t) => (await import("./export.js")).exportCommand(t),
  form: async (t) => (await import("./form.js")).formCommand(t),
  query: async (t) => (await import("./query.js")).queryCommand(t),
  debug: async (t) => (await import("./debug.js")).debugCommand(t),
  schema: async (t) => (await import("./schema.js")).schemaCommand(t),
};

/** Runs the command line; sets process.exitCode. */
export async function run(argv: readonly string[]): Promise<void> {
  const language = languageOf(argv);
  const t = translator(language);
  const program = emptyProgram(t);
  for (const load of loadersFor(argv)) program.addCommand(withCommonOptions(await load(t), language, t));
  for (const command of [program, ...program.commands]) {
    // Errors are printed below, in the language of the call.
    speak(command, language)
      .exitOverride()
      .configureOutput({ outputError: () => undefined });
  }
  try {
    await program.parseAsync(["node", "nianbao", ...withoutHelpOfNothing(argv)]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const line = usageErrorLine(error, language);
    if (line !== null) process.stderr.write(printableLine(line) + "\n");
    process.exitCode = error.exitCode === 0 ? EXIT_OK : EXIT_USAGE;
  }
}

/** The argument parser answers a question for the help of a command that there is none of by the help of all, without a word. */
function withoutHelpOfNothing(argv: readonly string[]): readonly string[] {
  const [first, asked] = argv;
  const isKnown = asked === undefined || asked.startsWith("-") || asked === "help" || Object.hasOwn(COMMANDS, asked);
  return first === "help" && !isKnown ? argv.slice(1) : argv;
}

/** The command itself, without those under it. */
function emptyProgram(t: Translate): Command {
  return new Command("nianbao")
    .description(
      t(
        "读取政府信息公开工作年度报告：每个数字、它在原文中的位置、读不出的与对不上的",
        "Read annual reports on open government information: every number, where it stood, what is unreadable, what does not add up",
      ),
    )
    .enablePositionalOptions()
    .addOption(languageOption(t))
    .version(VERSION, "--version", t("输出版本号", "print the version"))
    .helpOption("-h, --help", t("显示帮助", "show help"))
    .helpCommand("help [command]", t("显示某个命令的帮助", "show the help of a command"))
    .addHelpText("after", `\n${t("示例：", "Example:")}\n  nianbao parse report.pdf --format table`);
}

function loadersFor(argv: readonly string[]): Load[] {
  const named = argv.find((argument) => Object.hasOwn(COMMANDS, argument));
  return named !== undefined && named === argv[0] ? [COMMANDS[named]!] : Object.values(COMMANDS);
}

function withCommonOptions(command: Command, language: Language, t: Translate): Command {
  return command.helpOption("-h, --help", t("显示帮助", "show help")).addOption(languageOption(t).default(language));
}

const languageOption = (t: Translate) =>
  new Option("--lang <lang>", t("消息和标题的语言", "language of messages and headings")).choices(["zh", "en"]);
