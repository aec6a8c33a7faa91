/** A batch written by the version before says the same as one of the version in use. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PACKED } from '#standard/list-edition.ts';
import { exchangeDoor } from './exchange-door.ts';

const read = async (schema: string, facts: Readonly<Record<string, string>>) => {
  const common = { person: '000085012341', operation: 'assert', validFrom: '2026-11-01', schema };
  const lines = Object.entries(facts).map(([fact, value], at) => JSON.stringify({ ...common, seq: at + 1, fact, value }));
  const file = await exchangeDoor.read(Buffer.from(`${lines.join('\n')}\n`), {
    fileName: 'goi.ndjson',
    today: '2026-11-24',
    asOf: '2026-11-01',
    demo: true,
    lists: PACKED,
    fixes: [],
    bodyKnown: () => true,
    progress: () => undefined,
  });
  assert.equal(file.kind, 'read');
  const [person] = (
    file as { readonly people: readonly { readonly checked: { readonly document: unknown; readonly problems: readonly object[] } }[] }
  ).people;
  return person!.checked;
};

test('a fact named by its field, with a day as ISO, is read like one of the version in use', async () => {
  const now = await read('cbccvc@3.0', { 'B/hoTenKhaiSinh': 'LÊ THỊ LAN', 'B/ngaySinh': '15/03/1985' });
  const before = await read('cbccvc@2.0', { hoTenKhaiSinh: 'LÊ THỊ LAN', ngaySinh: '1985-03-15' });
  assert.deepEqual(before.document, now.document);
  assert.match(JSON.stringify(now.document), /1985-03-15/);
  assert.deepEqual(now.problems, []);
});
