/** `nianbao schema`: the JSON Schema of the report model. */
import { Command } from "commander";
import type { Translate } from "./language.js";

export function schemaCommand(t: Translate): Command {
  return new Command("schema")
    .description(t("输出报告模型的 JSON Schema", "Print the JSON Schema of the report model"))
    .addHelpText("after", `\n${t("示例：", "Example:")}\n  nianbao schema > report.schema.json`)
    .action(async () => {
      const { reportJsonSchema } = await import("../report-json-schema.js");
      process.stdout.write(JSON.stringify(reportJsonSchema(), null, 2) + "\n");
    });
}
