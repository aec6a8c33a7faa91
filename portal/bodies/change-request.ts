/** What was typed into the form of a change → the request, or which fields are wrong. Pure. */
import type { Acts } from '#portal/api/client.ts';
import { readDay } from '#portal/parts/format.ts';

export type ChangeBody = Acts['/body-changes']['asked']['body'];
type Asked = ChangeBody['operations'][number];
export type ActKind = Asked['kind'];

export const TYPED_FIELDS = [
  'name',
  'shortName',
  'parentId',
  'intoId',
  'bodyKind',
  'level',
  'scheme',
  'code',
  'uncertain',
  'value',
  'postKind',
  'posts',
  'on',
  'number',
  'day',
  'signer',
  'issuedBy',
  'word',
] as const;
export type TypedField = (typeof TYPED_FIELDS)[number];
export type TypedChange = Readonly<Record<TypedField, string>>;
export const NOTHING_TYPED = Object.fromEntries(TYPED_FIELDS.map((name) => [name, ''])) as TypedChange;

/** What each act asks beside its decision; of these `OPTIONAL` may stay empty. */
export const FIELDS_OF: Readonly<Record<ActKind, readonly TypedField[]>> = {
  make: ['name', 'shortName', 'bodyKind', 'level', 'scheme', 'code'],
  rename: ['name', 'shortName'],
  move: ['parentId'],
  describe: ['bodyKind', 'level'],
  end: [],
  merge: ['intoId'],
  undo: [],
  'give-code': ['scheme', 'code', 'uncertain'],
  'take-code': ['code'],
  attribute: ['value'],
  establish: ['postKind', 'posts'],
};
export const DECISION_FIELDS = ['number', 'day', 'signer', 'issuedBy', 'word'] as const satisfies readonly TypedField[];
export const optionalIn = (kind: ActKind): ReadonlySet<TypedField> =>
  new Set<TypedField>(['shortName', 'word', 'uncertain', ...(kind === 'make' ? (['scheme', 'code'] as const) : [])]);

/** Letters that a reason needs. */
const WORD_LETTERS_MIN = 10;

export interface Chosen {
  readonly kind: ActKind;
  /** the body, or for a new one the body above */
  readonly bodyId: string;
  /** of a code that is taken: its scheme */
  readonly schemeOf: (code: string) => string | undefined;
}

type Decision = NonNullable<ChangeBody['decision']>;

/** @returns the decision; or the fields that cannot be sent so */
export function decisionOf(
  typed: TypedChange,
  on: string | null,
): { readonly decision: Decision } | { readonly wrong: readonly TypedField[] } {
  const said = (name: TypedField): string => typed[name].trim();
  const day = readDay(said('day'));
  const early = on !== null && day !== null && on < day;
  const wrong: TypedField[] = [
    ...(['number', 'signer', 'issuedBy'] as const).filter((name) => said(name) === ''),
    ...(day === null ? (['day'] as const) : []),
    ...(early && said('word').length < WORD_LETTERS_MIN ? (['word'] as const) : []),
  ];
  if (wrong.length > 0 || day === null) return { wrong };
  return {
    decision: {
      number: said('number'),
      day,
      signer: said('signer'),
      issuedBy: said('issuedBy'),
      ...(said('word') === '' ? {} : { word: said('word') }),
    },
  };
}

/** @returns the request; or the fields that cannot be sent so, in the order of the form */
export function changeOf(
  typed: TypedChange,
  { kind, bodyId, schemeOf }: Chosen,
  how: { readonly file: string | null; readonly send: boolean },
): { readonly body: ChangeBody } | { readonly wrong: readonly TypedField[] } {
  const said = (name: TypedField): string => typed[name].trim();
  const optional = optionalIn(kind);
  const on = readDay(said('on'));
  const missing = FIELDS_OF[kind].filter((name) => !optional.has(name) && said(name) === '');
  if (kind === 'make' && said('code') !== '' && said('scheme') === '') missing.push('scheme');
  if (kind === 'establish' && !/^\d{1,7}$/.test(said('posts'))) missing.push('posts');
  const decided = decisionOf(typed, on);
  const wrong = [...missing, ...(on === null ? (['on'] as const) : []), ...('wrong' in decided ? decided.wrong : [])];
  if (wrong.length > 0 || on === null || 'wrong' in decided) return { wrong: [...new Set(wrong)] };
  const given = (name: TypedField): Record<string, string> => (said(name) === '' ? {} : { [name]: said(name) });
  const code = said('code').toUpperCase();
  const scheme = kind === 'take-code' ? schemeOf(code) : said('scheme');
  const operation = {
    kind,
    ...(kind === 'make' ? { parentId: bodyId } : { bodyId }),
    ...FIELDS_OF[kind].reduce((all, name) => ({ ...all, ...given(name) }), {}),
    ...(code === '' ? {} : { code, ...(scheme ? { scheme } : {}) }),
    ...(kind === 'attribute' ? { attribute: 'nhom_bndp' } : {}),
    ...(kind === 'establish' ? { posts: Number(said('posts')) } : {}),
  } as Asked;
  if (code === '' && 'scheme' in operation) delete (operation as { scheme?: string }).scheme;
  return { body: { on, operations: [operation], decision: decided.decision, ...(how.file ? { file: how.file } : {}), send: how.send } };
}
