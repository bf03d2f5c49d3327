import js from "@eslint/js";
import regexp from "eslint-plugin-regexp";
import globals from "globals";
import tseslint from "typescript-eslint";

const NODE_FREE = "this layer runs in a web page too: no Node API";

export default tseslint.config(
  { ignores: ["dist", ".build*", "out", "coverage", "samples", "tests/fixtures"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-explicit-any": "error",
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "no-irregular-whitespace": ["error", { skipStrings: true, skipTemplates: true, skipRegExps: true }],
      "no-control-regex": "off",
    },
  },
  {
    files: ["parsers/**", "src/forms/**", "src/matching/**", "src/audit/**", "src/report.ts", "src/language.ts"],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group: ["node:*"], message: NODE_FREE }] }],
      "no-restricted-globals": [
        "error",
        { name: "Buffer", message: NODE_FREE },
        { name: "process", message: NODE_FREE },
      ],
    },
  },
  {
    // What stands in a document is hostile: no expression may take more than linear time on it.
    files: ["parsers/**", "src/**"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "certain" }],
      "regexp/no-super-linear-move": ["error", { report: "certain" }],
    },
  },
  {
    files: ["parsers/**"],
    ignores: ["parsers/append.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name='push'] > SpreadElement",
          message: "what a document holds may be more than the stack does: append()",
        },
      ],
    },
  },
  { files: ["src/cli/**", "scripts/**"], rules: { "no-console": "off" } },
  { files: ["tests/**"], rules: { "max-lines-per-function": "off" } },
  {
    files: ["scripts/**/*.js", "scripts/**/*.mjs", "tests/support/*.mjs", "*.js"],
    languageOptions: { globals: globals.node },
  },
);
