/** What a client lives through while it is looked at: what happens in its agency, and how the centre behaves meanwhile. */
import type { ExchangeValue, Lane } from '#doors/exchange/shapes.ts';
import type { HappenedChange } from '#doors/exchange/conformance-client.ts';
import type { MischiefRule, Rehearsal } from './rehearsal.ts';

/** One run of the client: what happened before it, and what the centre does in it. */
export interface ScenarioRun {
  readonly happened?: readonly HappenedChange[];
  readonly mischief?: readonly MischiefRule[];
  /** acts of people before the client starts */
  readonly before?: (rehearsal: Rehearsal) => Promise<void>;
}

export interface Scenario {
  readonly key: string;
  readonly window?: number;
  readonly feed?: readonly Readonly<Record<string, unknown>>[];
  readonly runs: readonly ScenarioRun[];
}

const DAY = '2026-12-01';
let counted = 0;
/** A change as the software of the agency states it; people are invented, with numbers that no citizen has. */
function change(lane: Lane, person: string, fact: string, value: ExchangeValue | null, more: Partial<HappenedChange> = {}): HappenedChange {
  counted += 1;
  const operation = value === null ? 'claim' : 'assert';
  const common = { validFrom: DAY, schema: 'cbccvc@3.0', maker: 'can-bo-1', madeAt: '2026-12-01T02:00:00.000Z' };
  return { lane, ref: `r-${String(counted).padStart(5, '0')}`, person, fact, operation, value, ...common, ...more };
}

const LAN = '000000000201';
const MINH = '000000000202';
const HOA = '000000000203';
const NAME = 'B/hoTenKhaiSinh';
const claim = (person: string, lane: Lane = 'daily'): HappenedChange => change(lane, person, 'employer', null);
const aPerson = (person: string, name: string, lane: Lane = 'daily'): readonly HappenedChange[] => [
  claim(person, lane),
  change(lane, person, NAME, name),
];

const EXT = { 'vn.example.khac': { ghiChu: ['giữ nguyên', 7] } } as const;
const TOLD = { value: 'Trần Văn Minh', validFrom: DAY, ended: null } as const;
const FEED = [
  { what: 'arrived', person: MINH, facts: {} },
  { what: 'fact', person: MINH, fact: NAME, standing: TOLD, ext: EXT },
  { what: 'lists', edition: 7 },
  { what: 'tin-chua-ai-biet', noiDung: ['gì đó'] },
  { what: 'fact', person: HOA, fact: NAME, standing: { ...TOLD, value: 'Phạm Thị Hoa' } },
  { what: 'left', person: HOA },
  { what: 'void' },
] as const;

/** More than two batches of the largest size. */
const MANY = Array.from({ length: 2_050 }, (_one, at) => claim(`0000001${String(at).padStart(5, '0')}`, 'load'));

export const SCENARIOS: readonly Scenario[] = [
  {
    key: 'first',
    feed: FEED,
    runs: [
      {
        happened: [
          ...aPerson(LAN, 'Lê Thị Lan'),
          change('daily', LAN, 'B/dienThoaiDiDong', '0912345678'),
          ...aPerson(HOA, 'Phạm Thị Hồng'),
        ],
        mischief: [{ on: 'result', does: 'not-yet', times: 2 }],
      },
      // Spelling that two ends could write in two ways: quotes, a backslash, a tab, letters beyond the first plane.
      {
        happened: [
          change('daily', MINH, NAME, 'Trần Minh "Bảo" \\ 𠮷\t', { operation: 'correct' }),
          change('correction', LAN, NAME, 'Lê Thị Lân', { operation: 'correct' }),
        ],
      },
    ],
  },
  {
    key: 'lost',
    runs: [
      {
        happened: aPerson(LAN, 'Lê Thị Lan'),
        mischief: [
          { on: 'hello', does: 'lose-question', times: 3 },
          { on: 'put', does: 'lose-answer' },
          { on: 'put', does: 'busy' },
          { on: 'result', does: 'busy' },
        ],
      },
    ],
  },
  {
    key: 'forged-receipt',
    runs: [
      {
        happened: aPerson(LAN, 'Lê Thị Lan'),
        mischief: [
          { on: 'put', does: 'forge' },
          { on: 'put', does: 'other' },
        ],
      },
    ],
  },
  {
    key: 'forged-result',
    runs: [
      {
        happened: aPerson(LAN, 'Lê Thị Lan'),
        mischief: [
          { on: 'result', does: 'forge' },
          { on: 'result', does: 'other' },
        ],
      },
    ],
  },
  {
    key: 'forged-greeting',
    runs: [{ happened: aPerson(LAN, 'Lê Thị Lan'), mischief: [{ on: 'hello', does: 'forge' }] }],
  },
  {
    key: 'cut',
    runs: [{ happened: aPerson(LAN, 'Lê Thị Lan'), mischief: [{ on: 'put', does: 'cut' }] }, { happened: aPerson(MINH, 'Trần Văn Minh') }],
  },
  {
    key: 'cut-in-feed',
    feed: FEED,
    runs: [{ mischief: [{ on: 'feed', does: 'cut', skip: 1 }] }, {}],
  },
  { key: 'forged-feed', feed: FEED, runs: [{ mischief: [{ on: 'feed', does: 'forge' }] }] },
  {
    key: 'lanes',
    runs: [
      {
        happened: [
          ...aPerson(HOA, 'Phạm Thị Hoa', 'load'),
          ...aPerson(LAN, 'Lê Thị Lan', 'daily'),
          change('correction', HOA, NAME, 'Phạm Thị Hòa', { operation: 'correct' }),
        ],
        // Each first batch of a lane is taken, but the third question: whichever lane it is of, the others go on.
        mischief: [{ on: 'put', does: 'busy', times: 1 }],
      },
    ],
  },
  { key: 'many', window: 1, runs: [{ happened: MANY }] },
  {
    key: 'frozen',
    runs: [
      { happened: aPerson(LAN, 'Lê Thị Lan') },
      { happened: aPerson(MINH, 'Trần Văn Minh'), before: (rehearsal) => rehearsal.freeze() },
    ],
  },
  {
    key: 'frozen-on-the-way',
    runs: [
      {
        happened: [...aPerson(LAN, 'Lê Thị Lan'), claim(MINH, 'load'), claim(HOA, 'correction')],
        mischief: [{ on: 'put', does: 'freeze' }],
      },
    ],
  },
  {
    key: 'new-epoch',
    runs: [
      {
        happened: [...aPerson(LAN, 'Lê Thị Lan'), claim(MINH, 'load'), claim(HOA, 'correction')],
        mischief: [{ on: 'put', does: 'new-epoch' }],
      },
    ],
  },
  {
    key: 'rejected',
    runs: [
      // Nobody claimed this person: the second is refused, the others are taken.
      { happened: [claim(LAN), change('daily', MINH, NAME, 'Trần Văn Minh'), change('daily', LAN, NAME, 'Lê Thị Lan')] },
      { happened: [claim(HOA)] },
    ],
  },
];
