/** `congvu node …` as it is typed: which of its commands is meant. */
import { isPlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { text } from './asked.ts';
import type { Asked } from './asked.ts';

interface Io {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
  /** tells the slip; @returns its exit code */
  readonly usage: (why: string) => number;
}

const NODE_USAGE =
  'Dùng: congvu node init --org MA-NGUON --audience MA-TRUNG-TAM --site https://TRUNG-TAM | keys | check | run | once | status | questions | answer SỐ stays | answer SỐ ended --on NGAY --by NGUOI | confirm [--key KHOA.pem --by NGUOI] | compare | verify | receipt ĐỢT/LUỒNG/ĐẦU-CUỐI --out TEP | enrolled SỐ-ĐỢT; tất cả nhận --folder THU-MUC';

const isNumber = (one: string | undefined): one is string => one !== undefined && /^[1-9]\d{0,8}$/.test(one);

/** @returns exit code */
export async function nodeAsked({ positionals: [verb, which, says], values }: Asked, io: Io): Promise<number> {
  const folder = text(values, 'folder') ?? '.';
  const json = values['json'] === true;
  if (verb === 'init' || verb === 'keys') {
    const { runInit, runKeys } = await import('#node/program/init.ts');
    if (verb === 'keys') return runKeys(folder, io);
    const [source, audience, url] = [text(values, 'org'), text(values, 'audience'), text(values, 'site')];
    const isUrl = /^https?:$/.test(URL.parse(url ?? '')?.protocol ?? '');
    if (source === undefined || audience === undefined || url === undefined || !isUrl) return io.usage(NODE_USAGE);
    return runInit(folder, { source, audience, url }, io);
  }
  const command = await import('#node/program/commands.ts');
  const by = text(values, 'by') ?? '';
  switch (verb) {
    case 'run':
      return command.nodeRun(folder, io);
    case 'once':
      return command.nodeOnce(folder, io);
    case 'check':
      return command.nodeCheck(folder, { json }, io);
    case 'status':
      return command.nodeState(folder, { json }, io);
    case 'questions':
      return command.nodeQuestions(folder, { json }, io);
    case 'verify':
      return command.nodeVerify(folder, { json }, io);
    case 'compare':
      return command.nodeCompare(folder, { json }, io);
    case 'confirm': {
      const keyFile = text(values, 'key') ?? null;
      return keyFile !== null && by === '' ? io.usage(NODE_USAGE) : command.nodeConfirm(folder, { keyFile, officer: by, json }, io);
    }
    case 'receipt': {
      const named = /^(\d{1,9})\/(daily|correction|load)\/(\d{1,9})-(\d{1,9})$/.exec(which ?? '');
      const out = text(values, 'out');
      if (!named || out === undefined) return io.usage(NODE_USAGE);
      const [, epoch, lane, first, last] = named;
      return command.nodeReceipt(folder, { epoch: Number(epoch), lane: lane!, first: Number(first), last: Number(last) }, out, io);
    }
    case 'enrolled':
      return isNumber(which) ? command.nodeEnrolled(folder, Number(which), io) : io.usage(NODE_USAGE);
    case 'answer': {
      const on = text(values, 'on') ?? '';
      const isWhole = isNumber(which) && by !== '' && (says === 'stays' || (says === 'ended' && isPlainDate(on)));
      if (!isWhole) return io.usage(NODE_USAGE);
      return command.nodeAnswer(folder, Number(which), says === 'ended' ? { says, on } : { says: 'stays' }, by, io);
    }
    default:
      return io.usage(NODE_USAGE);
  }
}
