/** `npm run seed -- --people 200000 [--flat]`: fills an empty demo database with so many people, without starting the server. */
import { parseArgs } from 'node:util';
import { readConfig } from '#base/config.ts';
import { compose } from './compose.ts';
import { seedDemo } from './demo/seed.ts';
import { openAll } from './open.ts';

const { values } = parseArgs({ options: { people: { type: 'string' }, flat: { type: 'boolean' } } });
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const config = readConfig({ ...process.env, DEMO: '1' });
if (!config.ok) {
  for (const { title } of config.problems) say(`✗ ${title.vi}`);
  process.exit(2);
}
const opened = await openAll(config.value, (stage, ms) => say(`  ✓ ${stage} · ${Math.round(ms)} ms`));
if (!opened.ok) {
  for (const { title, next } of opened.problems) say(`✗ ${title.vi} ${next.vi}`);
  process.exit(2);
}
const startedMs = performance.now();
const seeded = await seedDemo(compose({ ...opened.value, simulators: [] }), {
  ...(values.people ? { people: Number(values.people) } : {}),
  flat: values.flat === true,
});
if (!seeded.ok) {
  for (const { title, next } of seeded.problems) say(`✗ ${title.vi} ${next.vi}`);
  process.exitCode = 2;
} else
  say(
    seeded.value.seeded
      ? `Đã nạp dữ liệu mẫu trong ${Math.round((performance.now() - startedMs) / 1000)} s.`
      : 'Cơ sở dữ liệu này đã có dữ liệu mẫu.',
  );
await opened.value.close();
