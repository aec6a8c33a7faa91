/** The routes of the exchange as OpenAPI 3.1, for whoever writes a client: what is asked, what is answered, which clause says so. */
import { canonicalJson } from '#base/canonical-json.ts';
import type { Bilingual } from '#base/problem.ts';
import { EXAMPLE_REQUEST, MESSAGES } from './standard/examples.ts';
import { WIRE_SCHEMAS, schemaFile } from './standard/wire-schemas.ts';
import type { WireSchema } from './standard/wire-schemas.ts';

type Json = Readonly<Record<string, unknown>>;

const both = ({ vi, en }: Bilingual): string => `${vi} · ${en}`;
const ref = (name: WireSchema): Json => ({ $ref: `#/components/schemas/${WIRE_SCHEMAS[name].title}` });
const exampleOf = (name: WireSchema): Json => {
  const found = MESSAGES.find((one) => one.schema === name);
  return found ? { example: JSON.parse(found.signed.text) as unknown } : {};
};

const SIGNATURE = { 'Congvu-Signature': { description: 'header..signature (4.1)', required: true, schema: { type: 'string' } } };
const RETRY = { 'Retry-After': { description: 'giây · seconds (13.1)', schema: { type: 'integer', minimum: 1 } } };

const EXPECTED = {
  'Congvu-Expected': { description: 'số đang chờ · the number that is waited for (13.5)', schema: { type: 'integer', minimum: 1 } },
};

const signed = (name: WireSchema, words: Bilingual): Json => ({
  description: both(words),
  headers: SIGNATURE,
  content: { 'application/json': { schema: ref(name), ...exampleOf(name) } },
});
const refusal = (words: Bilingual, headers: Json = {}): Json => ({
  description: both(words),
  headers,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ExchangeProblem' } } },
});

const REFUSED = {
  403: refusal({ vi: 'E-EXCHANGE-CALLER, -SOURCE, -UNKNOWN-SOURCE', en: 'another source, or none' }),
  429: refusal({ vi: 'E-EXCHANGE-WINDOW: chờ', en: 'wait' }, RETRY),
  503: refusal({ vi: 'E-EXCHANGE-LATER: chờ', en: 'wait' }, RETRY),
} as const;

const inPath = (name: string, schema: Json): Json => ({ name, in: 'path', required: true, schema });
const NAME_OF_A_BATCH = [
  inPath('epoch', { type: 'integer', minimum: 1 }),
  inPath('lane', { enum: ['daily', 'correction', 'load'] }),
  inPath('numbers', { type: 'string', pattern: '^[1-9][0-9]*-[1-9][0-9]*$', description: 'first-last' }),
];
const inHead = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});
const inQuery = (name: string, schema: Json): Json => ({ name, in: 'query', required: true, schema });

const PATHS: Json = {
  '/exchange/v1/hello': {
    get: {
      operationId: 'greet',
      summary: both({ vi: 'Chào trung tâm (6.1)', en: 'Greet the centre' }),
      parameters: [inQuery('epoch', { type: 'integer', minimum: 1 }), inQuery('seen', { type: 'string', pattern: '^[0-9a-f]{64}$' })],
      responses: {
        200: signed('standing', { vi: 'Trung tâm đang chờ gì', en: 'what the centre waits for' }),
        409: refusal({ vi: 'E-EXCHANGE-EPOCH (13.4)', en: 'another epoch is in use' }),
        403: REFUSED[403],
      },
    },
  },
  '/exchange/v1/batches/{epoch}/{lane}/{numbers}': {
    put: {
      operationId: 'offer',
      summary: both({ vi: 'Gửi một gói (6.2)', en: 'Send a batch' }),
      parameters: [
        ...NAME_OF_A_BATCH,
        inHead('Content-Digest', 'sha-256=:BASE64: (6.3)'),
        inHead('Congvu-Manifest', 'base64url (6.3)'),
        inHead('Congvu-Signature', 'header..signature (4.1)'),
        { ...inHead('Content-Encoding', 'gzip, identity'), required: false },
      ],
      requestBody: {
        required: true,
        content: {
          'application/x-ndjson': { schema: { type: 'string', description: 'ExchangeChange, NDJSON' }, example: EXAMPLE_REQUEST.lines },
        },
      },
      responses: {
        202: signed('receipt', { vi: 'R1: đã nhận (8.1)', en: 'R1: received' }),
        200: signed('receipt', { vi: 'đúng R1 đã trả lời trước (8.1)', en: 'the very R1 of before' }),
        400: refusal({ vi: 'E-EXCHANGE-MANIFEST, -BYTES', en: 'the manifest cannot be read, or other bytes arrived' }),
        408: refusal({ vi: 'E-EXCHANGE-SLOW', en: 'nothing came for too long' }),
        401: refusal({ vi: 'E-EXCHANGE-SIGNATURE', en: 'the signature is wrong' }),
        409: refusal({ vi: 'E-EXCHANGE-GAP, -FORK, -FROZEN, -EPOCH (13.3–13.5)', en: 'gap, fork, frozen, epoch' }, EXPECTED),
        413: refusal({ vi: 'E-EXCHANGE-SIZE (3.1)', en: 'too large' }),
        415: refusal({ vi: 'E-EXCHANGE-TYPE, -COMPRESSION', en: 'another type, or no whole gzip file' }),
        422: refusal({ vi: 'E-EXCHANGE-DIGEST, -LINE', en: 'digest, or a line' }),
        ...REFUSED,
      },
    },
  },
  '/exchange/v1/batches/{epoch}/{lane}/{numbers}/confirmation': {
    put: {
      operationId: 'confirm',
      summary: both({ vi: 'Cơ quan xác nhận gói (11.1)', en: 'The agency confirms the batch' }),
      parameters: [...NAME_OF_A_BATCH, inHead('Congvu-Signature', 'header..signature (4.1)')],
      requestBody: { required: true, content: { 'application/json': { schema: ref('confirmation'), ...exampleOf('confirmation') } } },
      responses: {
        200: { description: both({ vi: 'đã ghi nhận', en: 'taken' }) },
        404: refusal({ vi: 'E-EXCHANGE-UNKNOWN-BATCH', en: 'no such batch' }),
        401: refusal({ vi: 'E-EXCHANGE-SIGNATURE', en: 'the signature is wrong' }),
        403: REFUSED[403],
      },
    },
  },
  '/exchange/v1/batches/{epoch}/{lane}/{numbers}/result': {
    get: {
      operationId: 'result',
      summary: both({ vi: 'Kết quả của gói (9.1)', en: 'The result of a batch' }),
      parameters: NAME_OF_A_BATCH,
      responses: {
        200: signed('result', { vi: 'R2: đã duyệt (9.2)', en: 'R2: judged' }),
        202: { description: both({ vi: 'chưa xong, chờ (9.1)', en: 'not yet: wait' }), headers: RETRY },
        404: refusal({ vi: 'E-EXCHANGE-UNKNOWN-BATCH', en: 'no such batch' }),
        403: REFUSED[403],
      },
    },
  },
  '/exchange/v1/batches/{epoch}/{lane}/{numbers}/receipt': {
    get: {
      operationId: 'provedReceipt',
      summary: both({ vi: 'R1, R2 kèm chứng minh trong nhật ký (8.4)', en: 'R1 and R2 with their proof in the log' }),
      parameters: NAME_OF_A_BATCH,
      responses: {
        200: {
          description: both({ vi: 'congvu-exchange-receipt/1', en: 'to be checked offline' }),
          content: {
            'application/json': { schema: { type: 'object', required: ['format', 'receipt', 'proof', 'result', 'resultProof'] } },
          },
        },
        202: { description: both({ vi: 'chưa vào đầu nhật ký đã ký, chờ', en: 'not under a signed head yet: wait' }), headers: RETRY },
        404: refusal({ vi: 'E-EXCHANGE-UNKNOWN-BATCH', en: 'no such batch' }),
        403: REFUSED[403],
      },
    },
  },
  '/exchange/v1/feed': {
    get: {
      operationId: 'feed',
      summary: both({ vi: 'Luồng tin (10.1)', en: 'The feed' }),
      parameters: [inQuery('after', { type: 'integer', minimum: 0 })],
      responses: { 200: signed('feed', { vi: 'một trang', en: 'a page' }), 403: REFUSED[403] },
    },
  },
  '/exchange/v1/digest': {
    post: {
      operationId: 'digest',
      summary: both({ vi: 'Đối chiếu (12.2)', en: 'Compare' }),
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['what'],
              properties: {
                what: { const: 'digest' },
                buckets: { type: 'integer', minimum: 1 },
                bucket: { type: 'integer', minimum: 0 },
              },
            },
          },
        },
      },
      responses: {
        200: signed('digest', { vi: 'mã của các ngăn, hoặc dữ kiện của một ngăn', en: 'digests of the buckets, or the facts of one' }),
        403: REFUSED[403],
      },
    },
  },
};

const PROBLEM: Json = {
  title: 'ExchangeProblem',
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', pattern: '^E-[A-Z0-9-]+$' },
  },
};

/** The document. @param version  of the standard */
export function exchangeDocument(version: string): Json {
  const schemas = (Object.keys(WIRE_SCHEMAS) as WireSchema[]).map((name) => {
    const { $schema: _dialect, ...schema } = schemaFile(name);
    return [WIRE_SCHEMAS[name].title, schema] as const;
  });
  return {
    openapi: '3.1.0',
    info: {
      title: both({ vi: 'Công Vụ: trao đổi với phần mềm của cơ quan', en: 'Công Vụ: the exchange with software of agencies' }),
      version,
      description: both({
        vi: 'Số trong ngoặc là điều khoản của tiêu chuẩn (docs/standard/exchange). Không phải tài liệu chính thức của cơ quan nào.',
        en: 'Numbers in brackets are clauses of the standard (docs/standard/exchange). Not an official document of any authority.',
      }),
    },
    paths: PATHS,
    components: { schemas: { ...Object.fromEntries(schemas), ExchangeProblem: PROBLEM } },
  };
}

/** As it is served and kept. */
export const exchangeDocumentText = (version: string): string =>
  `${JSON.stringify(JSON.parse(canonicalJson(exchangeDocument(version))), null, 1)}\n`;
