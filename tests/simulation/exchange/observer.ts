/**
 * Sees everything, does nothing, and says which property of the exchange was broken. It asks by means of its own wherever it can: what it looks for is what the
 * protocol might do wrong.
 */
import { hash } from 'node:crypto';
import type {
  BatchManifest,
  BatchReceipt,
  BatchResult,
  ChangeVerdict,
  ExchangeChange,
  FactStanding,
  SentBatch,
  SignedText,
} from '#doors/exchange/shapes.ts';
import type { JudgeEffect } from '#doors/exchange/protocol/judge.ts';
import type { Disk } from './disk.ts';
import { AUDIENCE, CENTRE_KEY, keyOf, verifierOf } from './wire.ts';

/** The centre as it was when it received, by its disk; `last`: the batch before in the lane. */
interface Receiving {
  readonly epoch: number;
  readonly waiting: number;
  readonly queued: number;
  readonly frozen: boolean;
  readonly last: BatchManifest | null;
}

export interface Observer {
  readonly broken: string[];
  fails(property: string, what: string): void;
  /** the centre answers 202 to a batch that it had not before */
  received(batch: SentBatch, at: Receiving): void;
  /** an R1 or an R2 leaves the centre */
  signed(text: SignedText): void;
  /** all receipts that left, for whoever holds them against the disk */
  readonly receipts: ReadonlyMap<string, BatchReceipt>;
  granted(source: string, epoch: number): void;
  /** an honest node made a change; `by`: one life of its disk */
  recorded(id: string, by: string, person: string): void;
  /** an honest node believes that a change was judged */
  settled(id: string, verdict: ChangeVerdict): void;
  readonly settledIds: ReadonlyMap<string, string>;
  /** the centre judged; `stood` is what stood before, by the disk */
  judged(by: {
    readonly source: string;
    readonly honest: boolean;
    readonly change: ExchangeChange;
    readonly id: string;
    readonly verdict: ChangeVerdict;
    readonly writer: string | null;
    readonly releasedTo: string | null;
    readonly stood: FactStanding | null;
    /** a change of this name was judged before */
    readonly before: boolean;
    readonly effects: readonly JudgeEffect[];
    /** of the centre: what the observer remembers of a judgement is lost with it */
    readonly disk: Disk;
  }): void;
}

const nameOf = ({ source, epoch, lane, first }: Pick<BatchManifest, 'source' | 'epoch' | 'lane' | 'first'>): string =>
  `${source}/${epoch}/${lane}/${first}`;
const sha = (text: string): string => hash('sha256', text, 'hex');
/** Members sorted by hand: the observer does not rely on the protocol's own canonical form. */
const revision = (one: FactStanding | null): string | null => {
  if (one === null) return null;
  const value = typeof one.value === 'string' ? JSON.stringify(one.value) : JSON.stringify(one.value, Object.keys(one.value).sort());
  return sha(`{"ended":${JSON.stringify(one.ended)},"validFrom":${JSON.stringify(one.validFrom)},"value":${value}}`);
};

export function openObserver(): Observer {
  const broken: string[] = [];
  const receipts = new Map<string, BatchReceipt>();
  const texts = new Map<string, string>();
  const recordedIds = new Map<string, { readonly of: string; readonly order: number }>();
  const settledIds = new Map<string, string>();
  const fails = (property: string, what: string): void => void broken.push(`${property}: ${what}`);
  const epochs = new Map<string, number>();

  function received(batch: SentBatch, at: Receiving): void {
    const manifest = JSON.parse(batch.manifest.text) as BatchManifest;
    const name = nameOf(manifest);
    if (!verifierOf(keyOf(manifest.source))(batch.manifest)) fails('S1', `${name} was not signed by its source`);
    if (manifest.audience !== AUDIENCE) fails('S1', `${name} was meant for somebody else`);
    if (sha(batch.lines) !== manifest.sha256) fails('S1', `${name} is not what its manifest says`);
    const seqs = batch.lines
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as ExchangeChange).seq);
    if (seqs.length !== manifest.last - manifest.first + 1 || seqs.some((seq, i) => seq !== manifest.first + i))
      fails('S2', `${name} has other numbers`);
    if (manifest.epoch !== (epochs.get(manifest.source) ?? 1)) fails('S5', `${name} is of another epoch`);
    if (at.frozen) fails('S5', `${name} was received of a frozen source`);
    if (manifest.first !== (at.last?.last ?? 0) + 1) fails('S2', `${name} does not follow ${at.last?.last ?? 0}`);
    if (manifest.previous !== (at.last?.sha256 ?? null)) fails('S5', `${name} does not continue what was received`);
    if (at.waiting >= (at.queued >= 64 ? 1 : 8)) fails('S7', `${name} came beyond the window`);
    if (manifest.lane === 'load' && at.queued >= 256) fails('S7', `${name}, a first load, was taken by a full centre`);
  }

  function signed(one: SignedText): void {
    if (!verifierOf(CENTRE_KEY)(one)) return fails('S4', 'the centre said something that it did not sign');
    const said = JSON.parse(one.text) as BatchReceipt | BatchResult;
    const name = `${said.what} ${nameOf(said)}`;
    const text = one.text + one.signature;
    if ((texts.get(name) ?? text) !== text) fails('S4', `${name} was said in two ways`);
    texts.set(name, text);
    if (said.what === 'received') receipts.set(name, said);
    else if (
      said.verdicts.map(({ seq }) => seq).join() !== Array.from({ length: said.last - said.first + 1 }, (_, i) => said.first + i).join()
    )
      fails('S1', `${name} has not each number once`);
  }

  const judged: Observer['judged'] = ({ source, honest, change, id, verdict, writer, releasedTo, stood, before, effects, disk }) => {
    const what = `${source} ${change.operation} ${change.person} ${change.fact}`;
    const made = recordedIds.get(id);
    if (honest && !made) fails('S1', `${what} was judged and never made`);
    if (honest && before && verdict.verdict !== 'duplicate') fails('S2', `${what} was judged twice`);
    if (honest && made && !before) {
      if (made.order < (disk.get<number>(`order ${made.of}`) ?? -1)) fails('S2', `${what} was judged after what was made later`);
      disk.put(`order ${made.of}`, made.order);
    }
    if (verdict.verdict === 'conflict' && !effects.some((one) => one.do === 'open-case'))
      fails('S1', `${what} is a conflict that nobody sees`);
    if (
      verdict.verdict === 'rejected' &&
      verdict.problems.some(({ code }) => code === 'E-EXCHANGE-NOT-WRITER') &&
      !effects.some((one) => one.do === 'alarm')
    )
      fails('S1', `${what} was written about a person of others, and nobody was told`);
    if (!before && verdict.verdict === 'duplicate' && change.operation !== 'claim' && change.operation !== 'take') {
      const says =
        change.operation === 'end' && stood
          ? stood.ended === change.value
          : JSON.stringify(stood?.value ?? null) === JSON.stringify(change.value);
      if (!says) fails('S1', `${what} was called a duplicate, and stands nowhere`);
    }
    if (verdict.verdict !== 'accepted') return;
    if (change.operation === 'claim' ? writer !== null : change.operation === 'take' ? releasedTo !== source : writer !== source)
      fails('S1', `${what} was accepted of who may not write it`);
    if (['claim', 'take', 'release'].includes(change.operation)) return;
    if (change.base !== revision(stood)) fails('S1', `${what} overwrote what its sender had not seen`);
    if (stood === null && change.operation !== 'assert') fails('S1', `${what} changed what did not stand`);
    if (change.operation === 'retract' && (!change.because || change.because.approver === change.maker))
      fails('S1', `${what} was approved by nobody else`);
    if (change.schema !== 'cbccvc@3.0' && change.schema !== 'cbccvc@2.9') fails('S1', `${what} was accepted by a schema that nobody knows`);
  };

  return {
    broken,
    fails,
    received,
    signed,
    receipts,
    granted: (source, epoch) => void epochs.set(source, epoch),
    recorded: (id, by, person) => void recordedIds.set(id, { of: `${by} ${person}`, order: recordedIds.size }),
    settled: (id, { verdict }) => void settledIds.set(id, verdict),
    settledIds,
    judged,
  };
}
