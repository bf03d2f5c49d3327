/** A reporting body's name in; what the rules need to know of it out. Null where the name does not tell. */

const GOVERNMENT = /(?:政府|管理委员会|管委会|街道办事处|街道)$/;
const TOWNSHIP = /(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处|街道办事处)?$|街道办事处$|村民委员会$|社区居民委员会$/;
const COUNTY = /(?:县|旗)(?:人民政府|政府)?$/;
const DISTRICT = /(?<!自治)区(?:人民政府|政府)?$/;
const LOCAL = /[省市县区州旗镇乡盟]/;
const DEPARTMENT = /(?:局|厅|委|委员会)$/;
/** Units of other kinds, whose report the law gives no date of a department's. */
const UNIT = /(?:中心|院|大队|支队|总队|处|所|站|学校|公司)$/;
const OFFICE = /(?:人民政府|政府)(?:办公室|办公厅|办)$/;
const PROVINCE = /^\p{Script=Han}{2,5}(?:省|自治区)(?:人民政府|政府)$|^(?:北京|上海|天津|重庆)市(?:人民政府|政府)$/u;
/** Organs of the State Council and their local branches answer to Beijing. */
const CENTRAL = /^(?:国家|国务院|中国|中华|全国|海关|公安部|财政部)|部$|总局$|总署$|署$/;

/** What a place is called by in the name of a central organ's branch; 市场 is no 市. */
const PLACE = /[省县州旗盟]|市(?!场)|区(?!域)/;

const bare = (body: string) => body.replace(/[（(][^（()）]*[）)]/g, "").replace(/\s+/g, "");

/** True for a government, whose report covers its whole area: "全市" is its own number then. */
export function isGovernment(body: string | null): boolean {
  return body !== null && GOVERNMENT.test(bare(body));
}

export function isTownship(body: string): boolean {
  return TOWNSHIP.test(bare(body));
}

/**
 * True for a department of a government; its office reports for the government itself and is none here, nor is a local
 * branch of a central organ, which is of no local government.
 */
export function isDepartment(body: string): boolean {
  const name = bare(body);
  return DEPARTMENT.test(name) && !GOVERNMENT.test(name) && !TOWNSHIP.test(name) && !isBranch(name);
}

const isBranch = (name: string) => CENTRAL.test(name) && PLACE.test(name);

/**
 * Whether the law gives the body the power to make 规章: 立法法 gives it to the organs of the State Council, to provinces
 * and to cities divided into districts and autonomous prefectures. Null where the name does not tell: a city may be
 * divided or not.
 */
export function mayMakeRules(body: string): boolean | null {
  const name = bare(body);
  if (PROVINCE.test(name)) return true;
  if (CENTRAL.test(name)) return null;
  if (TOWNSHIP.test(name) || COUNTY.test(name) || DISTRICT.test(name)) return false;
  if (OFFICE.test(name)) return /[县区旗镇乡](?:人民政府|政府)办/.test(name) ? false : null;
  if ((isDepartment(name) || UNIT.test(name)) && LOCAL.test(name)) return false;
  return /开发区|高新区|新区/.test(name) && GOVERNMENT.test(name) ? false : null;
}
