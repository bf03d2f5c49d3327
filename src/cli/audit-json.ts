/** The events of an audit in; one JSON document out, in pieces, so that an archive of any size can be printed. */
import type { AuditEvent } from "./audit-events.js";

/** Name and version of the document. */
const AUDIT_SCHEMA = "nianbao/audit/1";

/** { schema, bodies: [{ body, reports: […], series: { findings, rules } }], totals, rules } */
export async function* auditJson(events: AsyncIterable<AuditEvent>): AsyncGenerator<string> {
  let bodies = 0;
  let reports = 0;
  yield `{\n"schema": ${JSON.stringify(AUDIT_SCHEMA)},\n"bodies": [`;
  for await (const event of events) {
    if (event.type === "body") {
      yield `${bodies++ === 0 ? "" : ","}\n{ "body": ${JSON.stringify(event.body)}, "reports": [`;
      reports = 0;
    } else if (event.type === "report") {
      yield `${reports++ === 0 ? "" : ","}\n${JSON.stringify(event.report)}`;
    } else if (event.type === "series") {
      yield `],\n"series": ${JSON.stringify({ findings: event.findings, rules: event.rules })} }`;
    } else {
      yield `],\n"totals": ${JSON.stringify(event.totals)},\n"rules": ${JSON.stringify(event.rules)}\n}\n`;
    }
  }
}
