// The rules of the audit as one Markdown page, written from the registry: id, severity, what, source, example.
const WORDS = {
  en: {
    title: "Rules of the audit",
    intro: [
      "Generated from the rules by `npm run docs`; don't edit.",
      "A blank cell counts as nothing in a sum and is never an error by itself. A rule one of whose cells could not be read is *not checked*: `audit(report).rules` and `nianbao audit` count for each rule what was checked, what failed, and what was not checked. A failure may weigh less than its rule: where a number stands against a blank, where a total is printed as a dash, or where another sentence of the prose agrees with the table, an error is a warning.",
    ],
    groups: [
      "Within one report",
      "From one year of a body to the next",
      "Between two reports of a body on the same year",
    ],
    severity: { error: "error", warning: "warning" },
    rows: ["severity", "what", "source or reason", "example"],
  },
  zh: {
    title: "核对规则",
    intro: [
      "由 `npm run docs` 根据规则生成，请勿手工修改。",
      "空白单元格在求和时不计，空白本身从不算错。规则所涉单元格有未读出的，该规则“未查”：`audit(report).rules` 和 `nianbao audit` 对每条规则分别计数已查、不符、未查。某处不符可轻于规则本身：数字对的是空白、总计印作横线，或文字另有一句与表格一致的，错误降为警告。",
    ],
    groups: ["一份报告之内", "同一机关相邻年度之间", "同一机关同一年度的两份报告之间"],
    severity: { error: "错误", warning: "警告" },
    rows: ["级别", "内容", "依据或理由", "例"],
  },
};

/** The page in a language, "en" or "zh"; `groups` are the lists of rules in the order of the headings. */
export function rulesPage(language, groups) {
  const words = WORDS[language];
  const sections = groups.map((rules, index) => {
    const rows = rules.map((rule) => ruleText(rule, language, words));
    return [`## ${words.groups[index]}`, ...rows].join("\n\n");
  });
  return [`# ${words.title}`, ...words.intro, ...sections].join("\n\n") + "\n";
}

function ruleText({ id, severity, title, source, example }, language, { severity: names, rows }) {
  const values = [names[severity], title[language], source[language], example[language]];
  return [`### \`${id}\``, rows.map((name, index) => `- **${name}**: ${values[index]}`).join("\n")].join("\n\n");
}
