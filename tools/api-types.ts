/**
 * Types of the API for the portal's client, out of its document: a type for each shape that has a title, and each operation below `/api/v1` with what is
 * asked and what is answered. Decision 0025.
 */

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Schema;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
/** As `/openapi.json` gives it. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Where the portal's server answers it. */
export const API_PREFIX = '/api/v1';
const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", String.raw`\'`)}'` : JSON.stringify(value);
const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`);
const titleOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

function typeOf(schema: Schema, names: Set<string>): string {
  if (schema.$ref) {
    names.add(titleOf(schema.$ref));
    return titleOf(schema.$ref);
  }
  if ('const' in schema) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  if (schema.anyOf) return schema.anyOf.map((one) => typeOf(one, names)).join(' | ');
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `readonly ${itemOf(schema.items ?? {}, names)}[]`;
    case 'object': {
      const [ofAnyName] = Object.values(schema.patternProperties ?? {});
      return ofAnyName ? `Readonly<Record<string, ${typeOf(ofAnyName, names)}>>` : `{ ${membersOf(schema, names).join('; ')} }`;
    }
    case undefined:
      return 'unknown';
    default:
      throw new Error(`a type of JSON Schema that is not written: ${schema.type}`);
  }
}

/** A union and an array are set in brackets. */
function itemOf(item: Schema, names: Set<string>): string {
  const type = typeOf(item, names);
  return item.anyOf || item.enum || item.type === 'array' ? `(${type})` : type;
}

const membersOf = ({ properties = {}, required = [] }: Schema, names: Set<string>): readonly string[] =>
  Object.entries(properties).map(
    ([name, schema]) => `readonly ${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema, names)}`,
  );

function declarationOf(name: string, schema: Schema, names: Set<string>): string {
  if (schema.type !== 'object' || schema.patternProperties) return `export type ${name} = ${typeOf(schema, names)};`;
  return `export interface ${name} {\n${membersOf(schema, names)
    .map((member) => `  ${member};`)
    .join('\n')}\n}`;
}

/** What a query leaves out may be written as null: it does not travel. */
function parametersOf(parameters: readonly Parameter[], place: 'path' | 'query', names: Set<string>): string {
  const mine = parameters.filter((one) => one.in === place);
  if (mine.length === 0) return `readonly ${place}?: never`;
  const members = mine.map(({ name, required, schema }) => {
    const type = typeOf(schema, names);
    return `readonly ${key(name)}${required ? '' : '?'}: ${type}${required ? '' : ' | null'}`;
  });
  return `readonly ${place}${mine.some(({ required }) => required) ? '' : '?'}: { ${members.join('; ')} }`;
}

function bodyOf({ requestBody: body }: Operation, names: Set<string>): string {
  const schema = body?.content[JSON_TYPE]?.schema;
  return schema && body ? `readonly body${body.required ? '' : '?'}: ${typeOf(schema, names)}` : 'readonly body?: never';
}

/** Types of what is answered, without what is sent as bytes. */
const answersOf = ({ responses }: Operation, names: Set<string>): readonly string[] => [
  ...new Set(
    Object.entries(responses)
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([, { content }]) => Object.entries(content ?? { [NOTHING]: { schema: {} } }))
      .filter(([type]) => type === JSON_TYPE || type === NOTHING || type.startsWith('text/'))
      .map(([type, { schema }]) => (type === JSON_TYPE ? typeOf(schema, names) : type === NOTHING ? 'undefined' : 'string')),
  ),
];
const NOTHING = '';

/** How the client asks it. */
const CALLS = {
  reads: 'GET of JSON or text.',
  files: 'GET of bytes, which the browser fetches by itself.',
  acts: 'POST of JSON.',
  uploads: 'POST of bytes.',
  removals: 'DELETE.',
} as const;
type Call = keyof typeof CALLS;

function callOf(method: string, { requestBody }: Operation, answers: readonly string[]): Call {
  switch (method) {
    case 'get':
      return answers.length > 0 ? 'reads' : 'files';
    case 'post':
      return requestBody && !(JSON_TYPE in requestBody.content) ? 'uploads' : 'acts';
    case 'delete':
      return 'removals';
    default:
      throw new Error(`the client of the portal has no call for ${method}`);
  }
}

function operationOf(method: string, path: string, operation: Operation, names: Set<string>): readonly [Call, string] {
  const { parameters = [] } = operation;
  const answers = answersOf(operation, names);
  const call = callOf(method, operation, answers);
  const asked = [
    parametersOf(parameters, 'path', names),
    parametersOf(parameters, 'query', names),
    ...(call === 'acts' ? [bodyOf(operation, names)] : []),
  ];
  const answer = call === 'files' ? '' : `\n      readonly answer: ${answers.join(' | ')};`;
  return [call, `    '${path.slice(API_PREFIX.length)}': {\n      readonly asked: { ${asked.join('; ')} };${answer}\n    };`];
}

/** The problem of a refusal is the same everywhere. */
function problemOf({ paths }: ApiDocument, names: Set<string>): string {
  for (const operations of Object.values(paths))
    for (const { responses } of Object.values(operations)) {
      const schema = responses['4XX']?.content?.[PROBLEM_TYPE]?.schema;
      if (schema) return typeOf(schema, names);
    }
  throw new Error('no operation has a problem');
}

/** The shapes that are named, and those that they name. */
function declarations(schemas: Readonly<Record<string, Schema>>, named: ReadonlySet<string>): readonly string[] {
  const written = new Map<string, string>();
  const waiting = [...named];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (written.has(name)) continue;
    const names = new Set<string>();
    written.set(name, declarationOf(name, schemas[name]!, names));
    waiting.push(...names);
  }
  return [...written].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
}

export function apiTypesText(document: ApiDocument): string {
  const names = new Set<string>();
  const problem = problemOf(document, names);
  const written = Object.entries(document.paths)
    .filter(([path]) => path.startsWith(`${API_PREFIX}/`))
    .flatMap(([path, operations]) => Object.entries(operations).map(([method, one]) => operationOf(method, path, one, names)));
  const operations = Object.entries(CALLS).map(([call, what]) => {
    const of = written.filter(([its]) => its === call).map(([, text]) => text);
    return `  /** ${what} */\n  readonly ${call}: {\n${of.join('\n')}\n  };`;
  });
  const parts = [
    '/** What is asked of the API below /api/v1, and what it answers. Written by tools/generate.ts from the routes of the server; not edited by hand. */',
    `export interface Operations {\n${operations.join('\n')}\n}`,
    `/** What a refusal says. */\nexport type Problem = ${problem};`,
    ...declarations(document.components.schemas, names),
  ];
  return `${parts.join('\n\n')}\n`;
}
