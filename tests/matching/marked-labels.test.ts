/** Labels with what writers print before and behind them. */
import { labelMatcher } from "../../src/matching/labels.js";

const LABELS = ["一、本年新收申请数量", "3.危及“三安全一稳定”", "2.重复申请", "（七）总计", "规章"];
const matcher = labelMatcher(LABELS, (label) => ({ label }));

test.each([
  ["一、本年新收申请数量：", 0],
  ["一、本年新收申请数量（件）：", 0],
  ["一、本年新收申请数量，件", 0],
  ["一、本年新收申请数量 单位：件", 0],
  ["3.危及“三安全一稳定”（单位：件）", 1],
  ["其中：2.重复申请", 2],
  ["* 2.重复申请", 2],
  ["“2.重复申请”", 2],
  ["2.重复申请①", 2],
  ["［七］总计", 3],
  ["> （七）总计", 3],
  ["规章：", 4],
  ["规章[1]", 4],
  ["规章注1", 4],
])("%s", (text, index) => {
  expect(matcher.one(text)).toEqual({ item: LABELS[index], quality: "exact" });
});

test.each(["其中：规章", "规章1", "规章的件", "规章（上年）："])("%s is another label", (text) => {
  expect(matcher.all(text)).toEqual([]);
});
