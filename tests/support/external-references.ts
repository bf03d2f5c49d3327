/** An address in; a small report in every format that refers to it wherever the format can, out. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { docOf } from "./doc-writer.js";
import { docxOf, paragraph } from "./docx-writer.js";
import { fodtOf, odtOf } from "./odt-writer.js";
import { ofdOf, ofdText } from "./ofd-writer.js";
import { pdf, text } from "./pdf-writer.js";
import { rtfOf, rtfText } from "./rtf-writer.js";
import { textCell, xlsxOf } from "./xlsx-writer.js";

const LINES = [
  "澜川县水务局2024年政府信息公开工作年度报告",
  "一、总体情况",
  "我局按照要求做好各项公开工作，及时回应社会关切。",
  "二、存在的主要问题及改进情况",
  "公开内容还不够丰富，将加以改进。",
];
export const BODY = "澜川县水务局";

const doctype = (url: string, root: string) =>
  `<!DOCTYPE ${root} SYSTEM "${url}x.dtd" [<!ENTITY outside SYSTEM "${url}x.txt"><!ENTITY % more SYSTEM "${url}y.dtd">%more;]>`;
const XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
const paragraphs = (tag: string) => LINES.map((line) => `<${tag}>${line}</${tag}>`).join("");

const html = (url: string) => `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${url}refresh"><base href="${url}"><link rel="stylesheet" href="${url}a.css">
<link rel="preload" href="${url}a.woff" as="font"><style>@import "${url}b.css"; p { background: url(${url}c.png) }</style>
<script src="${url}a.js"></script><script>fetch("${url}b")</script></head>
<body background="${url}d.png" onload="fetch('${url}c')">${paragraphs("p")}
<img src="${url}e.png" srcset="${url}f.png 2x"><iframe src="${url}g"></iframe><object data="${url}h"></object>
<embed src="${url}i"><video src="${url}j" autoplay></video><svg><image href="${url}k.svg"/></svg></body></html>`;

const mhtml = (url: string) =>
  [
    "MIME-Version: 1.0",
    `Content-Location: ${url}`,
    'Content-Type: multipart/related; boundary="B"',
    "",
    "--B",
    'Content-Type: message/external-body; access-type=URL; URL="' + url + 'body"',
    "",
    "--B",
    'Content-Type: text/html; charset="utf-8"',
    `Content-Location: ${url}page`,
    "",
    html(url),
    "--B--",
    "",
  ].join("\r\n");

function docx(url: string): Uint8Array {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relation = (id: string, type: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${url}${id}" TargetMode="External"/>`;
  const relations = (...inner: string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner.join("")}</Relationships>`;
  const picture =
    '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="i1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
  const vml = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="i1" o:href="i1"/></v:shape></w:pict></w:r></w:p>';
  const field = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "${url}f.png" \\d</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  const link = '<w:p><w:hyperlink r:id="h1"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>';
  return docxOf({
    body: LINES.map((line) => paragraph(line)).join("") + picture + vml + field + link + '<w:altChunk r:id="c1"/>',
    files: {
      "word/_rels/document.xml.rels": relations(
        relation("i1", "image"),
        relation("c1", "aFChunk"),
        relation("h1", "hyperlink"),
        relation("o1", "oleObject"),
        `<Relationship Id="s1" Type="${office}/settings" Target="settings.xml"/>`,
      ),
      "word/settings.xml": `<w:settings xmlns:w="w" xmlns:r="${office}"><w:attachedTemplate r:id="t1"/></w:settings>`,
      "word/_rels/settings.xml.rels": relations(relation("t1", "attachedTemplate")),
    },
  });
}

function pdfReport(url: string): Uint8Array {
  const actions = [
    `<< /S /URI /URI (${url}uri) >>`,
    `<< /S /GoToR /F << /FS /URL /F (${url}gotor.pdf) >> /D [0 /Fit] >>`,
    `<< /S /Launch /F (${url}launch) >>`,
    `<< /S /SubmitForm /F << /FS /URL /F (${url}form) >> >>`,
    `<< /S /JavaScript /JS (app.launchURL\\("${url}js"\\)) >>`,
  ];
  const links = actions.map((action) => `<< /Type /Annot /Subtype /Link /Rect [0 0 200 200] /A ${action} >>`);
  const more = `<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /FS /URL /F (${url}file) >> >>`;
  return pdf([
    {
      draw: LINES.map((line, i) => text(84, 80 + 40 * i, line, { size: i === 0 ? 18 : 12 })),
      entries: `/Annots [${links.join(" ")} ${more}] /AA << /O ${actions[4]} /C ${actions[0]} >>`,
    },
  ]);
}

const openDocument = (url: string) =>
  `${paragraphs("text:p")}<text:section text:name="s"><text:section-source ${XLINK} xlink:href="${url}section.odt"/></text:section>` +
  `<text:p><draw:frame><draw:image ${XLINK} xlink:href="${url}a.png" xlink:actuate="onLoad"/></draw:frame>` +
  `<draw:frame><draw:object ${XLINK} xlink:href="${url}object"/></draw:frame></text:p>`;

function flat(url: string, declared: string): Uint8Array {
  const xml = strFromU8(fodtOf({ body: `${openDocument(url)}<text:p>&outside;</text:p>` }));
  return strToU8(xml.replace("<office:document ", `${declared}<office:document `));
}

const ofd = (url: string) =>
  ofdOf({
    pages: [
      LINES.map((line, i) => ofdText(84, 80 + 40 * i, line, { size: i === 0 ? 18 : 12 })).join("") +
        `<ofd:ImageObject ID="7" ResourceID="70" Boundary="0 0 50 50"><ofd:Actions><ofd:Action Event="CLICK"><ofd:URI URI="${url}uri"/></ofd:Action></ofd:Actions></ofd:ImageObject>`,
    ],
    resources:
      `<ofd:MultiMedias><ofd:MultiMedia ID="70" Type="Image"><ofd:MediaFile>${url}a.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>` +
      `<ofd:Fonts><ofd:Font ID="1" FontName="宋体"><ofd:FontFile>${url}a.ttf</ofd:FontFile></ofd:Font></ofd:Fonts>`,
  });

function xlsx(url: string): Uint8Array {
  const rows = LINES.map((line, i) => `<row r="${i + 1}">${textCell(i, 0, line)}</row>`).join("");
  const formula = `<row r="9"><c r="A9" t="str"><f>WEBSERVICE("${url}formula")</f><v>无</v></c><c r="B9"><f>[1]S!A1</f><v>1</v></c></row>`;
  const link = `<Relationships><Relationship Id="r1" Type="externalLinkPath" Target="${url}book.xlsx" TargetMode="External"/></Relationships>`;
  return zipSync({
    ...unzipSync(
      xlsxOf({
        sheets: [{ rows: rows + formula }],
        workbook: '<externalReferences><externalReference r:id="x"/></externalReferences>',
      }),
    ),
    "xl/externalLinks/externalLink1.xml": strToU8("<externalLink/>"),
    "xl/externalLinks/_rels/externalLink1.xml.rels": strToU8(link),
    "xl/connections.xml": strToU8(
      `<connections><connection id="1" refreshOnLoad="1"><webPr url="${url}query"/></connection></connections>`,
    ),
  });
}

const rtf = (url: string) =>
  rtfOf(
    `{\\*\\template ${url}t.dot}${LINES.map((line) => `\\pard ${rtfText(line)}\\par\n`).join("")}` +
      `{\\field{\\*\\fldinst INCLUDEPICTURE "${url}a.png" \\\\d}{\\fldrslt }}{\\object\\objautlink\\objupdate{\\*\\objclass Word.Document.8}{\\*\\objdata 00}}\\par`,
  );

const doc = (url: string) =>
  docOf({ paragraphs: [...LINES, `\u0013INCLUDEPICTURE "${url}a.png" \\d\u0014\u0015`].map((runs) => ({ runs })) });

/** By the name of its file. */
export function externalReferences(url: string): Record<string, Uint8Array> {
  const withDtd = unzipSync(docx(url));
  const part = "word/document.xml";
  return {
    "page.html": strToU8(html(url)),
    "page.mhtml": strToU8(mhtml(url)),
    "page.xhtml": strToU8(doctype(url, "html") + html(url).replace("<!DOCTYPE html>", "")),
    "word.docx": docx(url),
    "entities.docx": zipSync({
      ...withDtd,
      [part]: strToU8(strFromU8(withDtd[part]!).replace("<w:document", `${doctype(url, "w:document")}<w:document`)),
    }),
    "word.doc": doc(url),
    "word.rtf": rtf(url),
    "text.odt": odtOf({ body: openDocument(url) }),
    "flat.fodt": fodtOf({ body: openDocument(url) }),
    "entities.fodt": flat(url, doctype(url, "office:document")),
    "page.ofd": ofd(url),
    "page.pdf": pdfReport(url),
    "book.xlsx": xlsx(url),
    "plain.txt": strToU8([...LINES, `![图](${url}a.png) <img src="${url}b.png">`].join("\n\n")),
  };
}
