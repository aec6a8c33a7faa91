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

const HOW =
  'Dùng: congvu conformance --offline --client "LỆNH" [--product TÊN] [--out THU-MUC] [--key KHOA.pem] [--json] | --target URL --client THU-MUC-DANG-KY';

export async function conformanceAsked(values: Values, io: KitIo): Promise<number> {
  const client = text(values, 'client');
  const target = text(values, 'target');
  if ((values['offline'] === true) === (target !== undefined) || client === undefined) return io.usage(HOW);
  const { runConformance, runTarget } = await import('#start/commands/conformance-command.ts');
  const report = { out: text(values, 'out') ?? null, key: text(values, 'key') ?? null, json: values['json'] === true };
  return target === undefined
    ? runConformance({ ...report, product: text(values, 'product') ?? client, command: client }, io)
    : runTarget({ ...report, target, folder: client }, io);
}

const SANDBOX_HOW = 'Dùng: congvu sandbox [--port N] | sandbox register --target URL --product TÊN --out THU-MUC | sandbox token THU-MUC';

export async function sandboxAsked([verb, folder]: readonly string[], values: Values, io: KitIo): Promise<number> {
  const { runSandbox, runSandboxRegister, runSandboxToken } = await import('#start/commands/sandbox-command.ts');
  const port = text(values, 'port') ?? '8090';
  if (verb === undefined && /^\d{1,5}$/.test(port)) return runSandbox(Number(port), io);
  const [target, product, out] = [text(values, 'target'), text(values, 'product'), text(values, 'out')];
  if (verb === 'register' && target !== undefined && URL.canParse(target) && product !== undefined && out !== undefined)
    return runSandboxRegister({ target, product, out }, io);
  return verb === 'token' && folder !== undefined ? runSandboxToken(folder, io) : io.usage(SANDBOX_HOW);
}
