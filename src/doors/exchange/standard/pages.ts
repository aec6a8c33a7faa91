/** The pages of the standard, as they are generated into docs/standard/exchange. The Vietnamese text is the normative one. */
import type { Bilingual } from '#base/problem.ts';
import { CHAPTERS, STANDARD_VERSION } from '#standard/exchange-standard/chapters.ts';
import products from '#standard/exchange-standard/passed-products.json' with { type: 'json' };
import releases from '#standard/exchange-standard/releases.json' with { type: 'json' };
import type { Chapter, Clause } from '#standard/exchange-standard/shapes.ts';
import { SUITES } from '#doors/exchange/conformance.ts';
import { EXAMPLE_KEYS, EXAMPLE_NAMES, EXAMPLE_REQUEST, MESSAGES } from './examples.ts';
import { WIRE_SCHEMAS } from './wire-schemas.ts';

const GENERATED = '<!-- Written by tools/generate.ts; not edited by hand. -->\n\n';
const LEVELS: Readonly<Record<Clause['level'], Bilingual>> = { must: { vi: 'PHẢI', en: 'MUST' }, should: { vi: 'NÊN', en: 'SHOULD' } };

const STEPS = SUITES.flatMap(({ steps }) => steps);

const held = ({ number, heldBy }: Clause): string => {
  const files = new Set(heldBy.map((one) => `\`${/^test (\S+):/.exec(one)![1]!}\``));
  const steps = STEPS.filter(({ clause }) => clause === number).map(({ id }) => `\`${id}\``);
  return [...files, ...(steps.length > 0 ? [`bộ thử / conformance: ${steps.join(', ')}`] : [])].join(', ');
};

const clauseText = (clause: Clause): string => {
  const { number, level, text } = clause;
  return `**${number}** (${LEVELS[level].vi}) ${text.vi}\n\n> *${number} (${LEVELS[level].en}) ${text.en}*\n>\n> ${held(clause)}\n`;
};

const chapterText = ({ number, title, clauses }: Chapter): string =>
  `## ${number}. ${title.vi} / ${title.en}\n\n${clauses.map(clauseText).join('\n')}`;

/** The clauses. */
export function clausesPage(): string {
  const clauses = CHAPTERS.flatMap((one) => one.clauses);
  const musts = clauses.filter(({ level }) => level === 'must').length;
  const schemas = Object.keys(WIRE_SCHEMAS).map((name) => `[${name}](${name}.schema.json)`);
  return `${GENERATED}# Tiêu chuẩn trao đổi / The exchange standard ${STANDARD_VERSION}

Phần mềm của cơ quan trao đổi dữ liệu với trung tâm theo trang này. Bản tiếng Việt là bản có giá trị; bản tiếng Anh để đối chiếu. ${clauses.length} điều khoản: ${musts} PHẢI, ${clauses.length - musts} NÊN; số của điều khoản không bao giờ dùng lại. Dưới mỗi điều khoản là phép thử giữ nó.

*Software of agencies exchanges data with the centre by this page. The Vietnamese text is normative, the English one helps. ${clauses.length} clauses: ${musts} MUST, ${clauses.length - musts} SHOULD; a number is never used again. Below each clause is the test that holds it.*

Là thiết kế của dự án, không phải tài liệu chính thức của cơ quan nào; giao diện của NDXP, NDOP chưa công bố. / A design of this project and no official document; the interfaces of NDXP and NDOP are not public.

- Lược đồ / JSON Schema: ${schemas.join(', ')}; từ điển / dictionary: [fields](../fields.md), [danh mục / code lists](../codelists.md), [mã lỗi / problems](../../problems/README.md)
- [OpenAPI 3.1](openapi.json) (trong Cổng / in the portal: \`/docs\`), [thông điệp mẫu / messages with examples](examples.md), [nhật ký thay đổi / change log](changes.md)
- [Sản phẩm đã qua bộ thử / products that passed](products.md), [hướng dẫn cho người làm phần mềm / guide for vendors](../../../kit/README.md)
- So hai phiên bản / compare two versions: \`npx congvu standard diff A B\`

${CHAPTERS.map(chapterText).join('\n')}`;
}

const code = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;

/** Messages, byte for byte. */
export function examplesPage(): string {
  const { body, centre } = EXAMPLE_KEYS;
  const head = Object.entries(EXAMPLE_REQUEST.headers).map(([name, value]) => `${name}: ${value}`);
  return `${GENERATED}# Thông điệp mẫu / Messages with examples (${STANDARD_VERSION})

Khóa ở trang này ai cũng có (RFC 8037 A.1, RFC 8032 §7.1): chỉ để thử. Ký cùng văn bản bằng cùng khóa phải ra đúng các byte này; phép thử của dự án kiểm tra từng thông điệp bằng chính mã đang chạy. Người trong ví dụ không có thật.

*The keys of this page are everybody’s (RFC 8037 A.1, RFC 8032 §7.1): for trials only. The same text signed with the same key must give these very bytes; a test holds each message to the shipped code. The person is invented.*

## Khóa / Keys

Cơ quan / agency, kid \`${body.kid}\`:

${code('text', body.privatePem)}
${code('text', body.publicPem)}
Trung tâm / centre, kid \`${centre.kid}\`:

${code('text', centre.publicPem)}
## Gửi gói / Sending a batch

${code('text', [`${EXAMPLE_REQUEST.method} ${EXAMPLE_REQUEST.path} HTTP/1.1`, ...head, '', EXAMPLE_REQUEST.lines].join('\n'))}
${MESSAGES.map(({ name, schema, by, signed }) => `## ${name}\n\nLược đồ / schema: [${schema}](${schema}.schema.json); ký bởi / signed by: \`${EXAMPLE_KEYS[by].kid}\`. Văn bản, rồi chữ ký / the text, then the signature:\n\n${code('json', signed.text)}\n${code('text', signed.signature)}`).join('\n')}
## Tên tính từ nội dung / Names made of content

| của / of | giá trị / value |
|---|---|
| phiên bản / revision \`${JSON.stringify(EXAMPLE_NAMES.standing)}\` | \`${EXAMPLE_NAMES.revision}\` |
| seen, chưa có biên nhận nào / without receipts | \`${EXAMPLE_NAMES.seenOfNothing}\` |
| seen, một biên nhận ở luồng daily (biên nhận trên) / with the receipt above in daily | \`${EXAMPLE_NAMES.seenOfTheReceipt}\` |
| ngăn của người / bucket of the person | ${EXAMPLE_NAMES.bucketOfThePerson} |
`;
}

const vietnameseDay = (iso: string): string => iso.split('-').reverse().map(Number).join('/');

/** What changed, newest first. */
export const changesPage = (): string =>
  `${GENERATED}# Nhật ký thay đổi của tiêu chuẩn trao đổi / Change log of the exchange standard

Bản máy đọc của mỗi phiên bản nằm ở [releases](releases); \`npx congvu standard diff A B\` nói điều gì thêm, điều gì thu hẹp, điều gì bỏ và có phá vỡ phần mềm cũ không. / Each version for machines is in [releases](releases); the command says what was added, narrowed and removed, and whether it breaks.

${[...releases]
  .reverse()
  .map(({ version, day, vi, en }) => `## ${version} (${vietnameseDay(day)})\n\n${vi}\n\n*${en}*\n`)
  .join('\n')}`;

/** Who passed, as they told. */
export const productsPage = (): string =>
  `${GENERATED}# Sản phẩm đã qua bộ thử / Products that passed

Mỗi dòng là một báo cáo do người làm phần mềm gửi: chạy ở phía họ, không phải chứng nhận của cơ quan nào. Thêm một dòng: gửi report.json cho người giữ kho mã này. / Each line is a report that a vendor sent: run at their side, no certificate of any authority.

| sản phẩm / product | người làm / maker | tiêu chuẩn / standard | ngày / day | ai chạy / run by |
|---|---|---|---|---|
${products.map(({ product, maker, standard, day, ranBy }) => `| ${product} | ${maker} | ${standard} | ${vietnameseDay(day)} | ${ranBy} |\n`).join('')}`;
