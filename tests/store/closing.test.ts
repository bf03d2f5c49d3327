import { openDuckDbStore } from "../../src/store/duckdb-store.js";
import { madeReport } from "./made-report.js";
import { collected, outcomeOf } from "./outcomes.js";

test("a store is closed when what it was at is done, and not before", async () => {
  const store = await openDuckDbStore(":memory:");
  await store.save([outcomeOf("/a.html", madeReport({ body: "澜川县水务局" }))]);
  const done: string[] = [];
  const forms = store.forms().then(() => done.push("forms"));
  const reports = store.reports()[Symbol.asyncIterator]();
  const row = reports.next().then(() => done.push("report"));
  await store.close();
  expect(done.sort()).toEqual(["forms", "report"]);
  await Promise.all([forms, row]);
});

test("a closed store says that it is closed", async () => {
  const store = await openDuckDbStore(":memory:");
  await store.close();
  await expect(store.forms()).rejects.toMatchObject({ code: "store-closed" });
  await expect(collected(store.reports())).rejects.toMatchObject({ code: "store-closed" });
});

test("a report that can't be unpacked is a failure of the store, no bug", async () => {
  const store = await openDuckDbStore(":memory:");
  const outcome = outcomeOf("/a.html", madeReport({ body: "澜川县水务局" }));
  const reports = outcome.reports.map((report) => ({ ...report, document: new Uint8Array([1, 2, 3]) }));
  await store.save([{ ...outcome, reports }]);
  await expect(collected(store.reports())).rejects.toMatchObject({ code: "store-failed" });
  await store.close();
});
