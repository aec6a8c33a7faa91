/** What was asked of the vendor's kit on the command line. */
import type { Problem } from '#base/problem.ts';
import { text } from './asked.ts';
import type { Values } from './asked.ts';

interface KitIo {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
  readonly usage: (why: string) => number;
}

const HOW = 'Dùng: congvu conformance --offline --client "LỆNH" [--product TÊN] [--out THU-MUC] [--key KHOA.pem] [--json]';

export async function conformanceAsked(values: Values, io: KitIo): Promise<number> {
  const client = text(values, 'client');
  if (values['offline'] !== true || client === undefined) return io.usage(HOW);
  const { runConformance } = await import('#start/commands/conformance-command.ts');
  return runConformance(
    {
      product: text(values, 'product') ?? client,
      command: client,
      out: text(values, 'out') ?? null,
      key: text(values, 'key') ?? null,
      json: values['json'] === true,
    },
    io,
  );
}
