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
  return new Option("--limit <name=value>", description).argParser((text, before: Partial<Limits> = {}) => ({
    ...before,
    ...limitIn(text, t),
  }));
}

function limitIn(text: string, t: Translate): Partial<Limits> {
  const [name = "", value = ""] = text.split("=");
  if (!Object.hasOwn(DEFAULT_LIMITS, name)) {
    // Named in the language of the call, by usageErrorLine, as the choices of any option are.
    throw new InvalidArgumentError(`Allowed choices are ${NAMES.map((known) => `${known}=N`).join(", ")}.`);
  }
  if (!/^[1-9]\d{0,14}$/.test(value) || text !== `${name}=${value}`) {
    throw new InvalidArgumentError(
      t(`应为 ${name}=N，N 为正整数，最多 15 位`, `${name}=N, N a positive whole number of 15 digits at most`),
    );
  }
  return { [name]: Number(value) };
}
