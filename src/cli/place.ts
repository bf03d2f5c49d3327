/** A Locator in; words that a person finds the place by out. Spreadsheets use the same words. */
export { placeText } from "../export/place.js";
