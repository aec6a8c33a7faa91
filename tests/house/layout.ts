/** Who may import whom: a folder or room → what it may see; a room always sees itself. The map of docs/architecture.md and CONTRIBUTING, as data. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: ['base'],
  standard: ['base', 'standard'],
  'authority/organisations': ['base', 'standard'],
  'authority/keys': ['base', 'standard', 'authority/organisations', 'authority/access'],
  'authority/access': ['base', 'standard', 'authority/organisations'],
  'authority/audit': ['base', 'standard', 'authority/organisations', 'authority/access'],
  'authority/http': ['base', 'standard', 'authority/organisations', 'authority/access', 'authority/audit'],
  'authority/code-lists': ['base', 'standard', 'authority/organisations', 'authority/access', 'authority/audit'],
  'authority/incidents': ['base', 'standard', 'authority/organisations', 'authority/access', 'authority/audit', 'authority/code-lists'],
  'authority/bodies': ['base', 'standard', 'authority/organisations', 'authority/access', 'authority/audit'],
  'authority/passkeys': ['base', 'standard', 'authority/organisations', 'authority/access', 'authority/audit'],
  'authority/accounts': ['base', 'standard', 'authority/organisations', 'authority/access', 'authority/audit', 'authority/passkeys'],
  'authority/oversight': ['base', 'standard', 'authority/organisations', 'authority/access', 'authority/audit'],
  'record/register': ['base', 'standard', 'authority'],
  'record/conversion': ['base', 'standard', 'authority', 'record/register'],
  'record/receipt': ['base', 'standard', 'authority'],
  'record/matching': ['base', 'standard', 'authority', 'record/register'],
  'record/cases': ['base', 'standard', 'authority', 'record/register', 'record/matching'],
  'record/clocks': ['base', 'standard', 'authority', 'record/register'],
  'record/value-reports': ['base', 'standard', 'authority', 'record/register', 'record/matching', 'record/clocks'],
  'record/data-requests': ['base', 'standard', 'authority', 'record/register', 'record/clocks'],
  'record/kept-apart': ['base', 'standard', 'authority', 'record/register'],
  'record/declarations': ['base', 'standard', 'authority', 'record/register', 'record/clocks', 'record/confirmation', 'record/intake'],
  'record/consent': ['base', 'standard', 'authority', 'record/register', 'record/matching'],
  'record/confirmation': ['base', 'standard', 'authority', 'record/register', 'record/receipt'],
  'record/intake': [
    'base',
    'standard',
    'authority',
    'record/register',
    'record/clocks',
    'record/receipt',
    'record/matching',
    'record/cases',
    'record/confirmation',
  ],
  'record/erasure': ['base', 'standard', 'authority', 'record/register', 'record/receipt', 'record/confirmation', 'record/consent'],
  'record/first-load': [
    'base',
    'standard',
    'authority',
    'record/register',
    'record/receipt',
    'record/matching',
    'record/cases',
    'record/confirmation',
    'record/intake',
  ],
  doors: ['base', 'standard', 'authority', 'record'],
  uses: ['base', 'standard', 'authority', 'record'],
  outside: ['base', 'standard', 'authority', 'record'],
  // The body's side of the exchange: it shares the protocol with the door, and nothing of a server.
  node: ['base', 'doors/exchange', 'node'],
  start: ['base', 'standard', 'authority', 'record', 'doors', 'uses', 'outside', 'node', 'start'],
};

/** Insides that another place may see all the same: both ends of a protocol are one text. */
export const SEES_INSIDE: Readonly<Record<string, readonly string[]>> = { node: ['doors/exchange/protocol'] };

/** What the program of an agency may hold of the exchange: both ends share these, and none of them is of a server. Its tests see the other end too. */
export const NODE_SHARES = /^doors\/exchange\/(?:protocol\/[\w-]+|shapes|signer|limits|problems)\.ts$/;
/** Of the base: no server of HTTP, no jobs, no tables of the product. */
export const NODE_NEEDS_NOT =
  /^base\/(?:http|jobs|files)\/|^base\/http-problem\.ts$|^base\/database\/(?!(?:away|embedded-server|pool)\.ts$)/;

/** Names that say nothing. */
export const EMPTY_NAMES = /(^|[/-])(utils?|helpers?|common|misc|manager|service)([./-]|$)/;

/** The only files of `src/` that may look outside it: they join the product with what is simulated and built, and run what outsiders check with. */
export const MAY_LEAVE: readonly string[] = [
  'start/serve.ts',
  'start/built-pages.ts',
  'start/demo/population.ts',
  'start/demo/headless-wallet.ts',
  'start/commands/verify-attestation-command.ts',
  'start/commands/verify-exchange-receipt.ts',
  'start/commands/verify-attestation-command.test.ts',
];

/** What a place beside `src/` may see, below the root. `values` may be imported in any way, `types` only as types. */
export interface ImportRule {
  readonly values: readonly string[];
  readonly types?: readonly string[];
  /** what only its tests see, beside `src/` */
  readonly tests?: readonly string[];
}

/** Types that travel between server and portal. */
const SHAPES = [
  'src/base/problem.ts',
  'src/*/shapes.ts',
  'src/*/*/shapes.ts',
  'src/standard/card/shapes.ts',
  'src/standard/field-shape.ts',
];

/**
 * The places beside `src/`. A folder sees itself and below; what ends in `/` is a folder with all in it, `*` one step of a path. Tests that stand inside
 * portal and simulators may see `src/` too: they hold copies to what they are copies of.
 */
export const BESIDE_SRC: Readonly<Record<string, ImportRule>> = {
  // What an outsider checks a proof with runs in the page too, the very file.
  portal: {
    values: ['src/standard/', 'portal/', 'tools/verify-bundle.mjs', 'tools/verify-attestation.mjs'],
    types: SHAPES,
    tests: ['tools/attestation-for-tests.ts'],
  },
  // The guard's page is an entry of its own, without React: it sees no screen of the portal.
  'portal/door': { values: ['src/standard/', 'portal/*', 'portal/language/'], types: SHAPES },
  // The one exception: a server for tests answers with what the product would send, down to its headers.
  'portal/mock': {
    values: [
      'src/standard/',
      'portal/',
      'src/base/http/security-headers.ts',
      'src/start/door-pages.ts',
      'src/start/demo/silhouettes.ts',
      'src/doors/personal/why.ts',
    ],
    types: SHAPES,
    tests: ['tools/', 'tests/security/answers-as-described.ts'],
  },
  'simulators/mail': { values: ['src/base/'] },
  'simulators/population': { values: ['src/base/', 'src/standard/'] },
  // The wallet is built as the portal is.
  'simulators/vneid': { values: ['src/base/', 'src/standard/', 'portal/build.ts'] },
  bench: { values: ['src/', 'portal/'] },
  tools: {
    values: [
      'src/base/',
      'src/standard/',
      'src/start/',
      // Published as a schema.
      'src/record/conversion/cv-shapes.ts',
      'src/doors/exchange/exchange-document.ts',
      'src/doors/exchange/standard-snapshot.ts',
      'src/doors/exchange/standard/',
      'src/node/mapping/mapping-file.ts',
      'portal/language/',
      'portal/guide/pictures.ts',
      'tests/journeys/at-the-portal.ts',
    ],
  },
  // The browser of all tests is unpacked once, their demo is filled once, what is started again and again is joined once, by a hash of what the builder reads.
  tests: { values: ['src/', 'tests/', 'tools/', 'portal/mock/browser.ts', 'portal/mock/made-once.ts', 'portal/build.ts'] },
  'tests/house': { values: ['src/', 'tests/*', 'tools/'] },
  // What guides are read with, and programs of others that stand beside the product.
  'tests/guides': { values: ['src/', 'tests/*', 'simulators/'] },
  'tests/security': { values: ['src/', 'tests/*', 'tests/guides/', 'simulators/', 'tools/verify-attestation.mjs'] },
  // The shipped protocol without clock, network and disk: those are the simulation's.
  'tests/simulation': { values: ['src/base/', 'src/doors/exchange/'] },
  'tests/faults': { values: ['src/', 'tests/*', 'tests/guides/'] },
  'tests/journeys': {
    values: [
      'src/',
      'tests/*',
      'tests/guides/',
      'tests/security/server-for-tests.ts',
      'tests/security/soft-authenticator.ts',
      'simulators/',
      'portal/',
      'tools/build-exchange.ts',
    ],
  },
};

/** Only tests and benches see the portal's mock. */
export const SEEN_BY_TESTS_ALONE: readonly string[] = ['portal/mock/'];
