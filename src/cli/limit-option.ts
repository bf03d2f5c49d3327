/** `--limit NAME=VALUE` of the commands that parse: checked values in, the limits to set differently from the defaults out. */
import { InvalidArgumentError, Option } from "commander";
import { DEFAULT_LIMITS, type Limits } from "../../parsers/limits.js";
import type { Translate } from "./language.js";

export interface LimitFlag {
  readonly limit?: Partial<Limits>;
}

const NAMES = Object.keys(DEFAULT_LIMITS);

/** May be given several times; of one name the last counts. */
export function limitOption(t: Translate): Option {
  const description = t(
    `设置一项限制，可多次使用（见 docs/limits.md）：${NAMES.join(" ")}`,
    `set a limit, may be repeated (see docs/limits.md): ${NAMES.join(", ")}`,
  );
  return new Option("--limit <name=value>", description).argParser(readLimit);
}

function readLimit(text: string, before: Partial<Limits> = {}): Partial<Limits> {
  const [, name, value] = /^([a-z]+)=([1-9]\d{0,14})$/i.exec(text) ?? [];
  if (name === undefined || !Object.hasOwn(DEFAULT_LIMITS, name)) {
    // Named in the language of the call, by usageErrorLine, as the choices of any option are.
    throw new InvalidArgumentError(`Allowed choices are ${NAMES.map((known) => `${known}=N`).join(", ")}.`);
  }
  return { ...before, [name]: Number(value) };
}
