import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { remembering } from "../../src/matching/memo.js";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

test("a result is computed once for each text", () => {
  let times = 0;
  const length = remembering((text) => {
    times++;
    return text.length;
  });
  expect([length("收到申请"), length("收到申请"), length("总计"), times]).toEqual([4, 4, 2, 2]);
});

test("a label that is kept does not keep the document that it was cut from", () => {
  const kept = remembering((text) => text);
  const size = 1 << 18;
  const before = process.memoryUsage().heapUsed;
  for (let n = 0; n < 100; n++) kept(Buffer.alloc(size, `申请公开的第${n}号内容，`).toString().slice(100, 150));
  collectGarbage();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan((100 * size) / 10);
});
