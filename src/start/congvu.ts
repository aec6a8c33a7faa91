/** The command line: `congvu <command>`. Standard output carries only the answer; everything else goes to standard error. */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { systemClock } from '#base/clock.ts';
import { isDatabaseAway } from '#base/database/away.ts';
import { databaseAway } from '#base/http/problems.ts';
import type { MasterKeyDeed } from '#start/commands/master-key-command.ts';
import type { Problem } from '#base/problem.ts';
import { cardAsked } from './asked-of-card.ts';
import { nodeAsked } from './asked-of-node.ts';
import { conformanceAsked, sandboxAsked } from './asked-of-kit.ts';
import { UUID, text } from './asked.ts';
import type { Asked, Values } from './asked.ts';
import { HELP_EN, HELP_VI, helpOf } from './help.ts';

/** Exit codes of the contract. */
export const EXIT = { ok: 0, problems: 1, refused: 2, usage: 64 } as const;

const root = resolve(import.meta.dirname, '../..');
const print = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const answer = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** A problem in both languages, for people at a terminal. */
function sayProblems(problems: readonly Problem[]): void {
  for (const { code, title, next } of problems) print(`✗ ${code}  ${title.vi}\n  → ${next.vi}\n    (${title.en} ${next.en})`);
}

/** A slip is told in a line, and where the rest stands: the whole help would push it off the screen. */
function usage(why: string, command?: string): number {
  print(`${why}\nXem: congvu ${command ? `${command} ` : ''}--help · See: congvu ${command ? `${command} ` : ''}--help`);
  return EXIT.usage;
}

/** What Node says of an option is English, and speaks to programmers. */
function optionWrong(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'(-[^'\s]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Không có tùy chọn ${option}. · There is no option ${option}.`;
  if (/argument missing/.test(message)) return `Tùy chọn ${option} cần một giá trị. · Option ${option} needs a value.`;
  return `Tùy chọn ${option} không nhận giá trị. · Option ${option} takes no value.`;
}

type Command = (asked: Asked) => Promise<number>;

/** A place that cannot be written to is told in words, with what the system says of it. */
const CANNOT_WRITE = /^(ENOENT|ENOTDIR|EISDIR|EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EFBIG|EEXIST)$/;
async function orSayWhy(work: Promise<number>): Promise<number> {
  try {
    return await work;
  } catch (error) {
    const { code, path, syscall } = error as NodeJS.ErrnoException;
    // A leader that changed in the middle of a command: whoever started it starts it again.
    if (isDatabaseAway(error) && (code !== 'ENOENT' || syscall === 'connect')) {
      sayProblems([databaseAway()]);
      return EXIT.refused;
    }
    if (!CANNOT_WRITE.test(code ?? '') || !/^(open|write|mkdir|rename|fsync)$/.test(syscall ?? '')) throw error;
    print(
      code === 'EEXIST'
        ? `Đã có ${path ?? 'tệp'}: không ghi đè. Chọn tên khác. · It is there already and is not written over.`
        : `Không đọc hoặc không ghi được ${path ?? 'tệp'} (${code}). Kiểm tra tên, chọn nơi khác, hoặc tạo thư mục trước. · Cannot read or write there.`,
    );
    return EXIT.refused;
  }
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  apply: { type: 'boolean' },
  state: { type: 'boolean' },
  out: { type: 'string' },
  org: { type: 'string' },
  'as-of': { type: 'string' },
  rows: { type: 'string' },
  on: { type: 'string' },
  people: { type: 'string' },
  en: { type: 'boolean' },
  key: { type: 'string' },
  person: { type: 'string' },
  trust: { type: 'string' },
  keys: { type: 'string' },
  file: { type: 'string' },
  'log-key': { type: 'string' },
  anchor: { type: 'string' },
  status: { type: 'string', multiple: true },
  audience: { type: 'string' },
  nonce: { type: 'string' },
  answers: { type: 'string' },
  role: { type: 'string' },
  grant: { type: 'string' },
  'print-sql': { type: 'boolean' },
  keep: { type: 'string' },
  plan: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  backup: { type: 'string' },
  token: { type: 'string' },
  proxy: { type: 'string' },
  ca: { type: 'string' },
  because: { type: 'string' },
  until: { type: 'string' },
  vct: { type: 'string' },
  passphrase: { type: 'string' },
  site: { type: 'string' },
  revoked: { type: 'string' },
  days: { type: 'string' },
  'without-backup': { type: 'string' },
  folder: { type: 'string' },
  by: { type: 'string' },
  offline: { type: 'boolean' },
  target: { type: 'string' },
  port: { type: 'string' },
  client: { type: 'string' },
  product: { type: 'string' },
} as const;

/** Undefined: not what this command knows; null: only listed. */
function masterKeyDeed(verb: string | undefined, which: string | undefined): MasterKeyDeed | null | undefined {
  if (verb === undefined) return null;
  if (verb === 'add' || verb === 'wrap' || verb === 'unwrap') return which === undefined ? { deed: verb } : undefined;
  return verb === 'use' && /^[1-9]\d{0,5}$/.test(which ?? '') ? { deed: verb, generation: Number(which) } : undefined;
}

/** With a way to ask for lines, typed or piped in. */
async function atTerminal(work: (ask: (question: string) => Promise<string | null>) => Promise<number>): Promise<number> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: process.stdin.isTTY === true });
  const typed = lines[Symbol.asyncIterator]();
  return work(async (question) => {
    process.stderr.write(question);
    const { value, done } = await typed.next();
    return done === true ? null : String(value);
  }).finally(() => lines.close());
}

const commands: Readonly<Record<string, Command>> = {
  async start({ values }) {
    const { runStart } = await import('#start/commands/start-command.ts');
    return runStart(root, { people: text(values, 'people') });
  },
  async worker() {
    const { runWorker } = await import('#start/commands/worker-command.ts');
    return runWorker({ print, sayProblems });
  },
  async check({ positionals, values }) {
    const file = positionals[0];
    if (file === undefined) return usage('Thiếu tên tệp: congvu check TEP.xlsx', 'check');
    const { runCheck } = await import('#start/commands/check-command.ts');
    return runCheck(
      { file, json: values['json'] === true, out: text(values, 'out') ?? null },
      { answer, print, readFile: (path) => readFile(path), writeFile: (path, bytes) => writeFile(path, bytes) },
    );
  },
  async standard({ positionals: [verb, name, other], values }) {
    const io = {
      answer,
      print,
      sayProblems,
      readFile: (path: string) => readFile(path),
      writeFile: (path: string, bytes: Uint8Array) => writeFile(path, bytes),
    };
    const json = values['json'] === true;
    const command = await import('#start/commands/standard-command.ts');
    if (verb === 'coverage') return command.runCoverage({ file: text(values, 'file') ?? null, json }, io);
    if (verb === 'diff' && name !== undefined && other !== undefined) {
      const { runStandardDiff } = await import('#start/commands/standard-diff-command.ts');
      return runStandardDiff({ from: name, to: other, releases: resolve(root, 'docs/standard/exchange/releases'), json }, io);
    }
    if (verb !== 'import-appendix' || name === undefined)
      return usage('Dùng: congvu standard import-appendix F.csv [--out BANG.csv] | coverage [--file F.csv] | diff A B', 'standard');
    return command.runImportAppendix({ file: name, out: text(values, 'out') ?? null, json }, io);
  },
  async template({ values }) {
    const org = text(values, 'org');
    if (org === undefined) return usage('Thiếu mã cơ quan: congvu template --org H26.01 --out BIEU-MAU.xlsx', 'template');
    const { runTemplate } = await import('#start/commands/template-command.ts');
    return runTemplate(org, text(values, 'out') ?? `bieu-mau-${org}.xlsx`, { print, writeFile: (path, bytes) => writeFile(path, bytes) });
  },
  async demo({ values }) {
    const { runDemo } = await import('#start/commands/demo-command.ts');
    return runDemo(root, { json: values['json'] === true, out: text(values, 'out') ?? null }, { answer, print });
  },
  async audit({ positionals, values }) {
    if (positionals[0] !== 'verify') return usage('Dùng: congvu audit verify', 'audit');
    const { runAuditVerify } = await import('#start/commands/audit-command.ts');
    return runAuditVerify({ json: values['json'] === true, state: values['state'] === true }, { answer, print, sayProblems });
  },
  async 'verify-state'({ values }) {
    const { runAuditVerify } = await import('#start/commands/audit-command.ts');
    return runAuditVerify({ json: values['json'] === true, state: true }, { answer, print, sayProblems });
  },
  async verify({ positionals, values }) {
    if (positionals[0] === 'receipt') {
      const receipt = positionals[1];
      if (receipt === undefined) return usage('Thiếu biên nhận: congvu verify receipt BIEN-NHAN.json --keys KHOA [--file TEP]', 'verify');
      const { runVerifyReceipt } = await import('#start/commands/verify-receipt-command.ts');
      return runVerifyReceipt(
        {
          receipt,
          keys: text(values, 'keys') ?? null,
          logKey: text(values, 'log-key') ?? null,
          file: text(values, 'file') ?? null,
          json: values['json'] === true,
        },
        { answer, print },
      );
    }
    if (positionals[0] === 'cv') {
      const cv = positionals[1];
      if (cv === undefined) return usage('Thiếu e-CV: congvu verify cv E-CV.json --keys KHOA', 'verify');
      const { runVerifyCv } = await import('#start/commands/verify-cv-command.ts');
      return runVerifyCv({ cv, keys: text(values, 'keys') ?? null, json: values['json'] === true }, { answer, print });
    }
    if (positionals[0] === 'attestation') {
      const attestation = positionals[1];
      if (attestation === undefined)
        return usage('Thiếu bản xác nhận: congvu verify attestation XAC-NHAN.json --keys KHOA --log-key KHOA-NHAT-KY', 'verify');
      const { runVerifyAttestation } = await import('#start/commands/verify-attestation-command.ts');
      return runVerifyAttestation(
        { attestation, keys: text(values, 'keys') ?? null, logKey: text(values, 'log-key') ?? null, json: values['json'] === true },
        { answer, print },
      );
    }
    const file = positionals[0];
    if (file === undefined) return usage('Thiếu thẻ: congvu verify TEP|- --trust DS --anchor KHOA --status DS', 'verify');
    const { runVerify } = await import('#start/commands/verify-command.ts');
    const { status } = values;
    return runVerify(
      {
        file,
        trust: text(values, 'trust') ?? null,
        anchor: text(values, 'anchor') ?? null,
        status: Array.isArray(status) ? status : [],
        audience: text(values, 'audience') ?? null,
        nonce: text(values, 'nonce') ?? null,
        json: values['json'] === true,
      },
      { answer, print, input: process.stdin, clock: systemClock },
    );
  },
  async card({ positionals, values }) {
    return cardAsked({ positionals, values }, { answer, print, sayProblems, usage: (why) => usage(why, 'card') });
  },
  async exchange({ positionals: [verb, file], values }) {
    const { runExchangeKey, runExchangeTake } = await import('#start/commands/exchange-command.ts');
    if (verb === 'key') return runExchangeKey(process.env, { answer, sayProblems });
    const out = text(values, 'out');
    if (verb !== 'take' || file === undefined || out === undefined)
      return usage('Dùng: congvu exchange key | congvu exchange take TEP --out THU-MUC', 'exchange');
    return runExchangeTake(process.env, { file, out }, { answer, sayProblems });
  },
  async node({ positionals, values }) {
    return nodeAsked({ positionals, values }, { answer, print, sayProblems, usage: (why) => usage(why, 'node') });
  },
  async install({ values }) {
    const { runInstall } = await import('#start/commands/install-command.ts');
    const options = {
      org: text(values, 'org') ?? null,
      answers: text(values, 'answers') ?? null,
      printSql: values['print-sql'] === true,
      json: values['json'] === true,
    };
    return atTerminal((ask) => runInstall(process.env, options, { answer, print, sayProblems, ask }));
  },
  async 'add-administrator'({ values }) {
    const org = text(values, 'org');
    if (org === undefined) return usage('Thiếu mã cơ quan: congvu add-administrator --org H26');
    const { runAddAdministrator } = await import('#start/commands/administrator-command.ts');
    return atTerminal((ask) => runAddAdministrator(process.env, org, { print, sayProblems, ask }));
  },
  async account({ positionals, values }) {
    const [list, file] = positionals;
    if ((list === 'import' || list === 'export') && file !== undefined) {
      const { runAccountList } = await import('#start/commands/account-list-command.ts');
      const listed =
        list === 'export'
          ? ({ verb: list, file } as const)
          : ({ verb: list, file, apply: values['apply'] === true, json: values['json'] === true } as const);
      return atTerminal((ask) => runAccountList(process.env, listed, { answer, print, sayProblems, ask }));
    }
    const [verb, org, role, grantId] = [positionals[0], text(values, 'org'), text(values, 'role'), text(values, 'grant')];
    const request =
      (verb === 'list' || verb === 'add') && org !== undefined
        ? { verb, org }
        : verb === 'grant' && org !== undefined && role !== undefined
          ? { verb, org, role }
          : verb === 'end' && grantId !== undefined && UUID.test(grantId)
            ? { verb, grantId }
            : verb === 'passkeys' && org !== undefined
              ? { verb, org }
              : null;
    if (request === null)
      return usage(
        'Dùng: congvu account list --org MA | add --org MA | grant --role MA --org MA | end --grant MA-VAI-TRO | passkeys --org MA | export F.xlsx | import F.xlsx [--apply]',
        'account',
      );
    const { runAccount } = await import('#start/commands/account-command.ts');
    return atTerminal((ask) => runAccount(process.env, request as Parameters<typeof runAccount>[1], { answer, print, sayProblems, ask }));
  },
  async conformance({ values }) {
    return conformanceAsked(values, { answer, print, sayProblems, usage: (why) => usage(why, 'conformance') });
  },
  async sandbox({ positionals, values }) {
    return sandboxAsked(positionals, values, { answer, print, sayProblems, usage: (why) => usage(why, 'sandbox') });
  },
  async doctor({ values }) {
    const { runDoctor } = await import('#start/commands/doctor-command.ts');
    return runDoctor(process.env, { json: values['json'] === true, english: values['en'] === true }, { answer });
  },
  async erasures({ values, positionals }) {
    if (positionals.length > 1 || (positionals.length === 1 && positionals[0] !== 'again'))
      return usage('Dùng: congvu erasures [--json] | erasures again', 'erasures');
    const { runErasures } = await import('#start/commands/erasures-command.ts');
    return runErasures(process.env, { again: positionals.length === 1, json: values['json'] === true }, { answer, print, sayProblems });
  },
  async retention({ values }) {
    const { runRetention } = await import('#start/commands/retention-command.ts');
    return runRetention({ json: values['json'] === true }, { answer, print, sayProblems });
  },
  async netcheck({ positionals, values }) {
    const [url] = positionals;
    const [org, token] = [text(values, 'org'), text(values, 'token')];
    if (url === undefined || (token === undefined) !== (org === undefined))
      return usage('Dùng: congvu netcheck https://MAY-CHU [--org MA --token MA-NGAN] [--proxy URL] [--ca TEP.pem]', 'netcheck');
    const { runNetcheck } = await import('#start/commands/netcheck-command.ts');
    const request = {
      url,
      proxy: text(values, 'proxy') ?? null,
      authorities: text(values, 'ca') ?? null,
      report: org === undefined || token === undefined ? null : { org, token },
      json: values['json'] === true,
      english: values['en'] === true,
    };
    return runNetcheck(process.env, request, { answer, print });
  },
  async bundle({ positionals, values }) {
    const [verb, place] = positionals;
    if (verb !== undefined && verb !== 'verify')
      return usage('Dùng: congvu bundle [--out THU-MUC] [--key KHOA.pem] | bundle verify [GOI] [--key KHOA.pub]', 'bundle');
    const { runBundle, runBundleVerify } = await import('#start/commands/bundle-command.ts');
    const [key, json] = [text(values, 'key') ?? null, values['json'] === true];
    return verb === 'verify'
      ? runBundleVerify({ place: place ?? root, key, json }, { answer, print, sayProblems })
      : runBundle(root, { out: text(values, 'out') ?? '.', key, json }, { answer, print, sayProblems });
  },
  async keys({ positionals, values }) {
    const [verb, purpose, which] = positionals;
    if (verb === 'master') {
      const deed = masterKeyDeed(purpose, which);
      if (deed === undefined) return usage('Dùng: congvu keys master | keys master add | use SỐ | wrap | unwrap', 'keys');
      const { runMasterKeys } = await import('#start/commands/master-key-command.ts');
      return runMasterKeys(process.env, { deed, json: values['json'] === true }, { answer, print, sayProblems });
    }
    if (verb !== undefined && verb !== 'rotate')
      return usage('Dùng: congvu keys | congvu keys rotate receipt | congvu keys rotate attestation --org MA');
    if (verb === 'rotate' && purpose !== 'receipt' && !(purpose === 'attestation' && text(values, 'org') !== undefined))
      return usage('Dùng: congvu keys rotate receipt | congvu keys rotate attestation --org MA');
    const { runKeys } = await import('#start/commands/keys-command.ts');
    const rotate = verb === 'rotate' ? { purpose: purpose as 'receipt' | 'attestation', org: text(values, 'org') ?? null } : null;
    return runKeys({ rotate, json: values['json'] === true }, { answer, print, sayProblems });
  },
  async initial({ positionals, values }) {
    const [verb, ...given] = positionals;
    const [org, json] = [text(values, 'org'), values['json'] === true];
    const rows = Number(text(values, 'rows') ?? Number.NaN);
    const howTo = 'Dùng: congvu initial add TEP.csv|TEP.xlsx … --org MA [--as-of NGAY] [--rows N] | initial status --org MA';
    if (org === undefined || (verb !== 'add' && verb !== 'status') || (verb === 'add' && given.length === 0))
      return usage(howTo, 'initial');
    const { PART_ROWS, runInitial } = await import('#start/commands/initial-command.ts');
    const partRows = Number.isNaN(rows) ? PART_ROWS : rows;
    if (!Number.isInteger(partRows) || partRows < 1 || partRows > 100_000) return usage(howTo, 'initial');
    const request =
      verb === 'add'
        ? ({ verb, files: given, org, asOf: text(values, 'as-of') ?? null, rows: partRows, json } as const)
        : ({ verb, org, json } as const);
    return atTerminal((ask) => runInitial(process.env, request, { answer, print, sayProblems, ask }));
  },
  async bodies({ positionals, values }) {
    const [verb, what] = positionals;
    if (what === undefined || (verb !== 'search' && verb !== 'export' && verb !== 'import'))
      return usage('Dùng: congvu bodies search TEN | export TEP.xlsx [--org MA] | import TEP.xlsx --on NGAY');
    const { WHOLE_TREE, runBodies } = await import('#start/commands/bodies-command.ts');
    const json = values['json'] === true;
    const request =
      verb === 'search'
        ? ({ verb, text: positionals.slice(1).join(' '), json } as const)
        : verb === 'export'
          ? ({ verb, file: what, org: text(values, 'org') ?? WHOLE_TREE, json } as const)
          : ({ verb, file: what, on: text(values, 'on') ?? '', json } as const);
    return atTerminal((ask) => runBodies(process.env, request, { answer, print, sayProblems, ask }));
  },
  async migrate() {
    const { runMigrate } = await import('#start/commands/maintenance-commands.ts');
    return runMigrate({ print, sayProblems });
  },
  async backup({ positionals, values }) {
    const { runBackup } = await import('#start/commands/maintenance-commands.ts');
    return runBackup({ file: positionals[0] ?? null, keep: text(values, 'keep') ?? null }, { print, sayProblems });
  },
  async 'restore-drill'({ values }) {
    const { runRestoreDrill } = await import('#start/commands/drill-command.ts');
    const request = { backup: text(values, 'backup') ?? null, key: text(values, 'key') ?? null, json: values['json'] === true };
    return runRestoreDrill(process.env, request, { answer, print, sayProblems });
  },
  async files({ positionals }) {
    const to = positionals[0];
    if (to !== 'to-database' && to !== 'to-folder') return usage('Dùng: congvu files to-database | to-folder');
    const { runFiles } = await import('#start/commands/maintenance-commands.ts');
    return runFiles(to, { print, sayProblems });
  },
  async restore({ positionals, values }) {
    if (positionals[0] === undefined) return usage('Dùng: congvu restore TEP [--key KHOA.pem]', 'restore');
    const { runRestore } = await import('#start/commands/maintenance-commands.ts');
    return runRestore(positionals[0], text(values, 'key') ?? null, { print, sayProblems });
  },
  async upgrade({ values }) {
    const { runUpgrade } = await import('#start/commands/upgrade-command.ts');
    const options = {
      plan: values['plan'] === true || values['dry-run'] === true,
      backup: text(values, 'backup') ?? null,
      withoutBackup: text(values, 'without-backup') ?? null,
      state: values['state'] === true,
      json: values['json'] === true,
    };
    if (options.withoutBackup?.trim() === '') return usage('--without-backup cần một lý do. · --without-backup needs a reason.', 'upgrade');
    return runUpgrade(process.env, options, { answer, print, sayProblems });
  },
  async 'reset-demo'() {
    const { runResetDemo } = await import('#start/commands/maintenance-commands.ts');
    return runResetDemo({ print, sayProblems });
  },
};

async function main(args: readonly string[]): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return usage(optionWrong(error), Object.hasOwn(commands, args[0] ?? '') ? args[0] : undefined);
  }
  const [name, ...positionals] = parsed.positionals;
  const values: Values = parsed.values;
  const about = name === 'help' ? positionals[0] : name;
  if (values['help'] === true || name === undefined || name === 'help') {
    const [vi, en] = about === undefined ? [HELP_VI, HELP_EN] : [helpOf(HELP_VI, about), helpOf(HELP_EN, about)];
    if (vi === null || en === null) return usage(`Không có lệnh "${about}". · There is no command "${about}".`);
    answer(values['en'] === true ? en : `${vi}\n\n${en}`);
    return name === undefined && values['help'] !== true ? EXIT.usage : EXIT.ok;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return usage(`Không có lệnh "${name}". · There is no command "${name}".`);
  return orSayWhy(command({ positionals, values }));
}

process.exitCode = await main(process.argv.slice(2));
