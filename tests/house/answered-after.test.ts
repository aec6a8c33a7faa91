/**
 * Nothing is answered inside a transaction: what is sent before the commit may show somebody whose row in the log is never written, and a client that
 * reads slowly would hold the transaction open.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesLike, isNode, isTest, nodesOf, programOf, textOf } from './sources.ts';
import type { SyntaxNode } from './sources.ts';

/** Is it a call that runs its last argument in a transaction? */
function opensTransaction({ type, callee }: SyntaxNode): boolean {
  if (type !== 'CallExpression' || !isNode(callee)) return false;
  if (callee.type === 'Identifier') return callee['name'] === 'acting';
  const { property } = callee;
  return callee.type === 'MemberExpression' && isNode(property) && property['name'] === 'transaction';
}

/** Lines on which something inside a transaction speaks of the reply. Heads may be set there: they are sent with the answer. */
function answeredInside(text: string): number[] {
  // Most files have neither: they need not be parsed.
  if (!/\breply\b/.test(text) || !/\b(?:transaction|acting)\b/.test(text)) return [];
  const lines = new Set<number>();
  for (const call of nodesOf(programOf(text))) {
    if (!opensTransaction(call)) continue;
    for (const work of (call['arguments'] as SyntaxNode[]).filter(({ type }) => /Function/.test(type)))
      for (const node of nodesOf(work)) {
        if (node.type !== 'Identifier' || node['name'] !== 'reply') continue;
        const at = node['start'] as number;
        if (!/^reply\s*\.header\(/.test(text.slice(at))) lines.add(text.slice(0, at).split('\n').length);
      }
  }
  return [...lines].sort((a, b) => a - b);
}

test('no route answers inside its transaction', () => {
  const files = filesLike('src/**/*.ts').filter((file) => !isTest(file));
  const found = files.flatMap((file) => answeredInside(textOf(file)).map((line) => `${file}:${line}`));
  assert.deepEqual(found, []);
});

test('the rule finds what it forbids, and nothing else', () => {
  assert.deepEqual(answeredInside('const a = await db.transaction(h, async (tx) => {\n  return sendProblem(reply, none());\n});'), [2]);
  assert.deepEqual(answeredInside('await acting(db, request, async (tx) => reply.code(201).send(1));'), [1]);
  assert.deepEqual(
    answeredInside('const a = await db.transaction(h, async (tx) => { void reply.header("etag", "1"); return 1; });\nreply.send(a);'),
    [],
  );
});
