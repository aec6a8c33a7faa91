/** No Vietnamese stands inside an English text: neither in what is declared nor in what the code fills in. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ProblemKind } from '#base/problem.ts';
import { roleName } from '#authority/access/routes.ts';
import { codeList } from '#standard/code-lists.ts';
import { ROOT, filesLike, isNode, isTest, nodesOf, programOf, textOf, wordsOf } from './sources.ts';
import type { SyntaxNode } from './sources.ts';

const files = filesLike('src/**/*.ts').filter((file) => !isTest(file) && !file.includes('/generated/'));
const sources = new Map(files.map((file) => [file, textOf(file)]));

/** Letters that English does not have. */
const VIETNAMESE = /[ăâđêôơưĂÂĐÊÔƠƯ]|\p{M}|[à-ãè-êìíò-õùúýÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝ]|[ạ-ỹẠ-Ỹ]/u;
/** Without what stands in quotes (a word of the user's own file, of a drop-down or a button), which is shown as it is there. */
const unquoted = (text: string): string => text.replace(/Công Vụ/g, '').replace(/"[^"]*"|“[^”]*”/g, '');
const isForeign = (text: string): boolean => VIETNAMESE.test(unquoted(text));

/** Whose text is the user's own name or words, mended. */
const SHOWS_THE_USERS_TEXT: ReadonlySet<string> = new Set([
  'E-TEXT-NOT-NFC',
  'E-TEXT-MOJIBAKE',
  'E-TEXT-TCVN3',
  'E-TEXT-VNI',
  'E-CELL-RETURNED',
]);

interface Declared {
  readonly name: string;
  readonly file: string;
  readonly kind: ProblemKind;
}
const declared: Declared[] = [];
for (const [file, text] of sources) {
  if (!/= problem\(\{/.test(text)) continue;
  for (const [name, kind] of Object.entries((await import(join(ROOT, file))) as Record<string, unknown>))
    if (typeof kind === 'function' && 'declaration' in kind) declared.push({ name, file, kind: kind as ProblemKind });
}
const byName = Map.groupBy(declared, ({ name }) => name);
const englishHoles = ({ declaration }: ProblemKind): ReadonlySet<string> =>
  new Set([...`${declaration.en}${declaration.next.en}`.matchAll(/\{(\w+)\}/g)].map(([, hole]) => hole!));

test('what is declared in English is English, with its example filled in', () => {
  assert.deepEqual(
    declared.flatMap(({ kind }) => {
      const { code, group, en, next } = kind.declaration;
      return [en, next.en, group?.en ?? ''].filter(isForeign).map((text) => `${code}: ${text}`);
    }),
    [],
  );
  // A word of an example is given in both languages; else it is a value as it stands in a file, a list or a name, told by its sign.
  const spoken = declared.flatMap(({ kind }) =>
    Object.entries(kind.declaration.example).flatMap(([hole, value]) =>
      typeof value === 'object' && (isForeign(value.en) || value.en.trim() === '')
        ? [`${kind.declaration.code} {${hole}}: ${value.en}`]
        : [],
    ),
  );
  assert.deepEqual(spoken, []);
  const shown = declared.flatMap(({ kind }) => {
    if (SHOWS_THE_USERS_TEXT.has(kind.declaration.code)) return [];
    const { title, next } = kind(kind.declaration.example);
    return [title.en, next.en]
      .filter((text) => isForeign(text.replace(/[\w.]+ – [^,;.]+/g, '')))
      .map((text) => `${kind.declaration.code}: ${text}`);
  });
  assert.deepEqual(shown, []);
});

/** The problem that an expression names: `idSex`, `problems.idSex`. Several rooms may use one name: all of them are meant. */
const kindsNamed = (node: unknown): readonly Declared[] => {
  if (!isNode(node)) return [];
  const name =
    node.type === 'MemberExpression' ? (node['property'] as SyntaxNode)['name'] : node.type === 'Identifier' ? node['name'] : null;
  return typeof name === 'string' ? (byName.get(name) ?? []) : [];
};

/** What stands in one file under a name: its values, the arguments it is called with, the parameters of its functions. By name alone, so rather too much than too little. */
interface Names {
  readonly values: ReadonlyMap<string, readonly SyntaxNode[]>;
  readonly returns: ReadonlyMap<string, readonly SyntaxNode[]>;
}
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function namesOf(program: SyntaxNode): Names {
  const values = new Map<string, SyntaxNode[]>();
  const returns = new Map<string, SyntaxNode[]>();
  const functions = new Map<string, readonly string[]>();
  const add = (to: Map<string, SyntaxNode[]>, name: unknown, node: unknown): void => {
    if (typeof name === 'string' && isNode(node)) to.set(name, [...(to.get(name) ?? []), node]);
  };
  const declare = (name: unknown, node: SyntaxNode): void => {
    if (typeof name !== 'string') return;
    functions.set(
      name,
      (node['params'] as SyntaxNode[]).map((one) =>
        String((one.type === 'AssignmentPattern' ? (one['left'] as SyntaxNode) : one)['name'] ?? ''),
      ),
    );
    const body = node['body'] as SyntaxNode;
    if (body.type !== 'BlockStatement') add(returns, name, body);
    else for (const inner of nodesOf(body)) if (inner.type === 'ReturnStatement') add(returns, name, inner['argument']);
  };
  const all = nodesOf(program);
  for (const node of all) {
    if (node.type === 'VariableDeclarator') {
      const init = node['init'];
      const name = (node['id'] as SyntaxNode)['name'];
      if (isNode(init) && FUNCTIONS.has(init.type)) declare(name, init);
      else add(values, name, init);
    }
    if (node.type === 'FunctionDeclaration') declare((node['id'] as SyntaxNode | null)?.['name'], node);
  }
  for (const node of all) {
    const params = node.type === 'CallExpression' ? functions.get(String((node['callee'] as SyntaxNode)['name'])) : undefined;
    if (params) for (const [place, one] of (node['arguments'] as unknown[]).entries()) add(values, params[place], one);
  }
  return { values, returns };
}

/** Texts that an expression may give, as far as the words of its file tell; `.vi` is one. */
function foreignIn(node: SyntaxNode, names: Names, deep = 4): string[] {
  const inner = (value: unknown): string[] => (isNode(value) && deep > 0 ? foreignIn(value, names, deep - 1) : []);
  const byNameIn = (map: ReadonlyMap<string, readonly SyntaxNode[]>, name: unknown): string[] =>
    (map.get(String(name)) ?? []).flatMap(inner);
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' && isForeign(node['value']) ? [node['value']] : [];
    case 'TemplateLiteral':
      return [
        ...(node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked).filter(isForeign),
        ...(node['expressions'] as SyntaxNode[]).flatMap(inner),
      ];
    case 'ConditionalExpression':
      return [...inner(node['consequent']), ...inner(node['alternate'])];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [...inner(node['left']), ...inner(node['right'])];
    case 'Identifier':
      return byNameIn(names.values, node['name']);
    case 'CallExpression':
      return byNameIn(names.returns, (node['callee'] as SyntaxNode)['name']);
    case 'ChainExpression':
      return inner(node['expression']);
    case 'MemberExpression':
      return (node['property'] as SyntaxNode)['name'] === 'vi' ? ['.vi'] : [];
    default:
      return [];
  }
}

/** The parameters of a call or of a finding, with the problems they may fill. */
function fillings(node: SyntaxNode): readonly (readonly [readonly Declared[], SyntaxNode])[] {
  const objects = (values: readonly unknown[]): SyntaxNode[] => values.filter(isNode).filter(({ type }) => type === 'ObjectExpression');
  if (node.type === 'CallExpression') {
    const args = node['arguments'] as readonly unknown[];
    const called = kindsNamed(node['callee']);
    const said = called.length > 0 ? called : kindsNamed(args[0]);
    return said.length > 0
      ? objects(args.slice(called.length > 0 ? 0 : 1, called.length > 0 ? 1 : 2)).map((one) => [said, one] as const)
      : [];
  }
  if (node.type !== 'ObjectExpression') return [];
  const property = (name: string): unknown =>
    (node['properties'] as SyntaxNode[]).find((one) => isNode(one['key']) && one['key']['name'] === name)?.['value'];
  const params = property('params');
  const said = kindsNamed(property('kind'));
  return said.length > 0 && isNode(params) && params.type === 'ObjectExpression' ? [[said, params]] : [];
}

test('what the code fills into an English text is not Vietnamese: words are given in both languages', () => {
  const wrong: string[] = [];
  let looked = 0;
  for (const [file, text] of sources) {
    if (![...wordsOf(file).keys()].some((word) => byName.has(word))) continue;
    const program = programOf(text);
    const names = namesOf(program);
    for (const node of nodesOf(program))
      for (const [said, params] of fillings(node))
        for (const property of params['properties'] as SyntaxNode[]) {
          const hole = isNode(property['key']) ? property['key']['name'] : null;
          if (typeof hole !== 'string' || !said.some(({ kind }) => englishHoles(kind).has(hole))) continue;
          looked++;
          for (const foreign of foreignIn(property['value'] as SyntaxNode, names))
            wrong.push(`${file}: ${said[0]!.name} {${hole}} = ${foreign}`);
        }
  }
  assert.ok(looked > 100, `${looked} parameters looked at`);
  assert.deepEqual(wrong, []);
});

test('roles are called by their English names in English', () => {
  const english = codeList('vai_tro').entries.map(({ code }) => roleName(code).en);
  assert.deepEqual(english.filter(isForeign), []);
  assert.equal(roleName('QT_BNDP').en, codeList('vai_tro').entries.find(({ code }) => code === 'QT_BNDP')!.nameEn);
});
