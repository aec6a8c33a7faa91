/**
 * Faults that somebody might make, each a line of the program and what it would be instead. The simulation finds every one (`planted.test.ts`); where a line has
 * changed, this list is told.
 */
export interface PlantedBug {
  readonly bug: string;
  /** below src/doors/exchange/protocol, or here for the machines that run it */
  readonly file: string;
  readonly was: string;
  readonly is: string;
}

const CENTRE = 'centre-step.ts';
const NODE = 'node-step.ts';
const JUDGE = 'judge.ts';

export const PLANTED: readonly PlantedBug[] = [
  { bug: 'the signature of a batch is not verified', file: CENTRE, was: '!means.verify(batch.manifest)', is: 'false' },
  { bug: 'the digest of a batch is not compared', file: CENTRE, was: 'sha256(batch.lines) !== manifest.sha256', is: 'false' },
  { bug: 'a batch for another installation is taken', file: CENTRE, was: ' || audience !== means.audience', is: '' },
  { bug: 'a gap is jumped over', file: CENTRE, was: 'if (first !== expected)', is: 'if (first < expected)' },
  {
    bug: 'a fork gets the receipt of what is held',
    file: CENTRE,
    was: 'if (held !== null) return freeze(state, event, manifest);',
    is: 'if (held !== null) return answered(state, { status: 200, signed: held.receipt });',
  },
  { bug: 'the chain is not followed', file: CENTRE, was: 'manifest.previous !== previous', is: 'false' },
  { bug: 'an epoch that was replaced still sends', file: CENTRE, was: 'if (epoch !== state.epoch)', is: 'if (epoch > state.epoch)' },
  { bug: 'a frozen source still sends', file: CENTRE, was: 'if (state.frozen !== null) return refuse', is: 'if (false) return refuse' },
  {
    bug: 'the same batch gets a receipt of today',
    file: CENTRE,
    was: 'return answered(state, { status: 200, signed: held.receipt });\n  if (epoch',
    is: 'return answered(state, { status: 200, signed: means.sign(canonicalJson({ ...JSON.parse(held.receipt.text), at: event.at })) });\n  if (epoch',
  },
  { bug: 'the window is not held', file: CENTRE, was: 'waiting >= windowOf(event.queued)', is: 'false' },
  {
    bug: 'a full centre turns every lane away',
    file: CENTRE,
    was: "lane === 'load' && event.queued >= QUEUE_FULL",
    is: 'event.queued >= QUEUE_FULL',
  },
  { bug: 'a full centre takes first loads', file: CENTRE, was: "lane === 'load' && event.queued >= QUEUE_FULL", is: 'false' },
  {
    bug: 'the chain is not carried on',
    file: CENTRE,
    was: 'previous: manifest.sha256, waiting',
    is: 'previous: state.lanes[lane].previous, waiting',
  },
  {
    bug: 'a new epoch goes on with the old numbers',
    file: CENTRE,
    was: '{ ...enrolledSource(state.source), epoch }',
    is: '{ ...state, frozen: null, epoch }',
  },
  { bug: 'what was judged keeps its place in the window', file: CENTRE, was: 'waiting: now.waiting - 1', is: 'waiting: now.waiting' },
  { bug: 'other content under the same name is the same', file: CENTRE, was: ' && a.sha256 === b.sha256', is: '' },
  { bug: 'receipts are not verified', file: NODE, was: 'if (!means.verify(reply.signed))', is: 'if (false)' },
  {
    bug: 'a new epoch begins in the middle',
    file: NODE,
    was: '({ ...FIRST_LANE, numbered: unanswered[lane] })',
    is: '({ ...FIRST_LANE, numbered: unanswered[lane], sealed: Math.min(1, unanswered[lane]) })',
  },
  { bug: 'a new epoch does not number anew', file: NODE, was: "effects: [{ do: 'renumber', epoch }],", is: 'effects: [],' },
  {
    bug: 'the cursor runs ahead of what was taken',
    file: NODE,
    was: 'cursor: state.cursor + next.length }',
    is: 'cursor: state.cursor + entries.length }',
  },
  {
    bug: 'the feed is taken in any order',
    file: NODE,
    was: 'if (one.n === state.cursor + next.length + 1) next.push(one);',
    is: 'next.push(one);',
  },
  { bug: 'changes of a person overtake each other in other lanes', file: NODE, was: 'waitsIn ?? asked', is: 'asked' },
  { bug: 'a denial is not noticed', file: NODE, was: 'deniedReceipt(denial, means.verify) !== null', is: 'false' },
  { bug: 'a batch that is gone is asked for for ever', file: NODE, was: "codes.includes('E-EXCHANGE-UNKNOWN-BATCH') ||", is: '' },
  {
    bug: 'a receipt is taken for a result',
    file: NODE,
    was: '    state: inLane(state, said.lane, { pending, receipt:',
    is: '    state: inLane(state, said.lane, { pending: pending.filter((_one, i) => i !== at), receipt:',
  },
  {
    bug: 'who was turned away for another waits on',
    file: NODE,
    was: 'return one.receipt === null ? { ...one, tries: 0, notBefore: 0 } : one;',
    is: 'return one;',
  },
  { bug: 'another epoch is not noticed', file: NODE, was: "  'E-EXCHANGE-EPOCH': 'stale',\n", is: '' },
  {
    bug: 'a denial needs no later statement',
    file: 'convict.ts',
    was: 'said.lanes[lane].expected <= receipt.last',
    is: 'said.lanes[lane].expected < receipt.last',
  },
  { bug: 'a change that was judged is judged again', file: JUDGE, was: 'if (known.before !== null) return', is: 'if (false) return' },
  { bug: 'everybody writes about everybody', file: JUDGE, was: 'if (known.writer !== known.source)', is: 'if (false)' },
  {
    bug: 'nobody hears of who writes about others',
    file: JUDGE,
    was: "effects: [{ do: 'alarm', about: 'not-writer', person }]",
    is: 'effects: []',
  },
  { bug: 'the last writer wins', file: JUDGE, was: 'if (change.base === current)', is: 'if (true)' },
  {
    bug: 'what differs is called a duplicate',
    file: JUDGE,
    was: 'after !== undefined && revisionOf(after) === current',
    is: 'after !== undefined',
  },
  {
    bug: 'a claim takes a person from another',
    file: JUDGE,
    was: 'if (writer === null) return accepted',
    is: 'if (writer !== source) return accepted',
  },
  { bug: 'a person is taken who was not let go', file: JUDGE, was: 'if (releasedTo !== source) return', is: 'if (false) return' },
  { bug: 'who made a retraction approves it', file: JUDGE, was: 'change.because.approver === change.maker || ', is: '' },
  { bug: 'every schema is known', file: JUDGE, was: '!known.majors[name]?.includes(Number.parseInt(version, 10))', is: 'false' },
  { bug: 'a conflict opens no case', file: JUDGE, was: "effects: [{ do: 'open-case', about: 'fact', change }]", is: 'effects: []' },
  {
    bug: 'what does not stand is retracted',
    file: JUDGE,
    was: "if (operation === 'retract') return standing === null ? undefined : null;",
    is: "if (operation === 'retract') return null;",
  },
  { bug: 'numbers within a batch are not looked at', file: 'batch.ts', was: 'if (change.seq !== seq)', is: 'if (false)' },
  { bug: 'a change is another in each epoch', file: 'digests.ts', was: '{ seq: _seq, ...says }', is: 'says' },
  {
    bug: 'the most pressing lane takes every turn',
    file: 'lanes.ts',
    was: 'for (const one of open) if (credit[one] > credit[lane]) lane = one;',
    is: '',
  },
  { bug: 'the first source takes every turn', file: 'lanes.ts', was: 'waiting[lane].find((one) => one > turns.last[lane]) ?? ', is: '' },
  {
    bug: 'what only the centre has is no difference',
    file: 'digest-buckets.ts',
    was: 'for (const { person, fact, revision } of other.values()) found.push({ person, fact, mine: null, theirs: revision });',
    is: '',
  },
  {
    bug: 'a digest depends on the order of the facts',
    file: 'digest-buckets.ts',
    was: 'facts.map(lineOf).sort().join',
    is: 'facts.map(lineOf).join',
  },
  {
    bug: 'the centre answers before it has flushed',
    file: 'centre-machine.ts',
    was: '    disk.commit();\n    if (falls === 1) return (crash(), false);\n    disk.sync();',
    is: '    disk.commit();\n    if (falls === 1) return (crash(), false);',
  },
];
