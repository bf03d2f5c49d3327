/** The words that the argument parser itself prints, in the language of the command line: help titles and usage errors. */
import { Help, type Command, type CommanderError, type Option } from "commander";
import type { Language } from "../language.js";

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};

/** Code of our own for two options of which one rules out the other. */
export const TOGETHER = "nianbao.optionsTogether";

/** Usage errors by the parser's code; the quoted parts of its English text go into the places in order. */
const ERRORS: Readonly<Record<string, string>> = {
  "commander.unknownCommand": "没有命令{}",
  "commander.unknownOption": "没有选项{}",
  "commander.missingArgument": "缺少参数{}",
  "commander.missingMandatoryOptionValue": "缺少必要的选项{}",
  "commander.optionMissingArgument": "选项{}缺少取值",
  "commander.invalidArgument": "选项{}的取值{}不对",
  "commander.excessArguments": "参数太多",
  [TOGETHER]: "{}不能与{}同用",
};

/** Makes the help of a command speak the language. */
export function speak(command: Command, language: Language): Command {
  if (language === "en") return command;
  return command
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title, optionDescription, subcommandTerm })
    .usage(placeholdersOf(command.usage()));
}

const placeholdersOf = (usage: string) => usage.replace("[options]", "[选项]").replace("[command]", "[命令]");

const ownHelp = new Help();

const subcommandTerm = (command: Command) => placeholdersOf(ownHelp.subcommandTerm(command));

function optionDescription(this: Help, option: Option): string {
  const notes: string[] = [];
  if (option.argChoices) notes.push(`可选：${option.argChoices.join("、")}`);
  const { defaultValue } = option;
  const isFlag = option.isBoolean() || option.negate;
  if (defaultValue !== undefined && !isFlag)
    notes.push(`默认：${option.defaultValueDescription ?? String(defaultValue)}`);
  return notes.length === 0 ? option.description : `${option.description}（${notes.join("；")}）`;
}

/** One line for a usage error; null for what is no error (help was shown). */
export function usageErrorLine(error: CommanderError, language: Language): string | null {
  if (error.exitCode === 0 || error.code === "commander.help") return null;
  const pattern = ERRORS[error.code];
  if (language === "en" || pattern === undefined) return error.message;
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map(([, text]) => text!);
  const text = pattern.replaceAll("{}", () => `“${quoted.shift() ?? ""}”`);
  return `错误：${text}${hintOf(error.message)}；用 --help 查看用法`.replace("？；", "？");
}

/** What the parser adds to an error: the choices that there are, what was perhaps meant, or a reason of our own. */
function hintOf(message: string): string {
  const choices = /Allowed choices are (.+)\.$/.exec(message)?.[1];
  if (choices !== undefined) return `，可选：${choices.replaceAll(", ", "、")}`;
  const meant = /\(Did you mean (?:one of )?(.+)\?\)$/.exec(message)?.[1];
  if (meant !== undefined) return `，是否指 ${meant.replaceAll(", ", "、")}？`;
  const reason = / is invalid\. (.+)$/.exec(message)?.[1];
  return reason === undefined ? "" : `，${reason}`;
}
