/** The registry of the national forms. */
import { FORM_2014 } from "./2014.js";
import { FORM_2019 } from "./2019.js";
import { FORM_2021 } from "./2021.js";
import type { Form, FormId } from "./form.js";

export type { Form } from "./form.js";

/** The national forms by the year of the notice that introduced them. */
export const FORMS: Readonly<Record<FormId, Form>> = { "2021": FORM_2021, "2019": FORM_2019, "2014": FORM_2014 };
