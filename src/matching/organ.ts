/** Words in; whether they are the name of a public body out. Names are told by the kind of organ that they end in. */
import { compact } from "./normalize.js";

/** Kinds of organs, longest first where one ends in another. */
const KINDS =
  "人民政府|政府|委员会|管委会|委|局|厅|法院|检察院|医院|院|办公室|办公厅|办事处|办|部门|部|公署|署|中心|海关|关区|公司|街道|乡|镇|苏木|总社|联合社|社|站|所|联合会|工会|协会|会|大队|支队|总队|队|馆|系统|园区|开发区|新区|集团|银行|台|机关";
const ORGAN = new RegExp(`(?:${KINDS})(?:\\([^()]{1,12}\\))?$`);
/** Places, which stand for their governments. */
const PLACE = /(?:省|自治区|市|县|区|州|盟|旗|乡|镇|街道)$/;
/** Words of a name that only points at a body. */
const POINTS =
  /^(?:我|本|各|全|有关|相关|上级|同级|所属|该|其)|^(?:县|市|区|省|州)?(?:政府|办公室|局|厅|委|街道|镇|乡|中心)$/;
const NAME = /^[\p{Script=Han}()·、A-Za-z]+$/u;
const NO_NAME = /报告|报表|情况|工作|通知|附件|联系|电话|地址|主办|承办|版权|网站|编辑|来源/;

const LONGEST_NAME = 40;

/** True for the whole name of an organ. */
export function isOrgan(text: string): boolean {
  const name = compact(text);
  const fits = name.length >= 3 && name.length <= LONGEST_NAME && NAME.test(name);
  return fits && ORGAN.test(name) && !POINTS.test(name) && !NO_NAME.test(name);
}

/** True for words that a name could end with: an organ, or the place that it is the organ of. */
export function endsLikeName(text: string): boolean {
  const words = compact(text);
  return ORGAN.test(words) || PLACE.test(words);
}

/** True for the name of a place and nothing else. */
export function isPlace(text: string): boolean {
  const words = compact(text);
  return words.length >= 2 && words.length <= 16 && NAME.test(words) && PLACE.test(words);
}
