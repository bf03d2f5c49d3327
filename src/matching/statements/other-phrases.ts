/** How reports state the numbers of the other tables. The first phrase that fits decides. */
import { DISCLOSURE_PHRASES } from "./disclosure-phrases.js";
import { DISPUTE_PHRASES } from "./dispute-phrases.js";
import type { Phrase } from "./phrase.js";
import { STATISTICS_PHRASES } from "./statistics-phrases.js";

export const OTHER_PHRASES: readonly Phrase[] = [...DISCLOSURE_PHRASES, ...DISPUTE_PHRASES, ...STATISTICS_PHRASES];
