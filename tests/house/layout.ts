/** Who may import whom: a folder or room → what it may see; a room always sees itself. The map of docs/architecture.md and CONTRIBUTING, as data. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: ['base'],
  standard: ['base', 'standard'],
  'authority/organisations': ['base', 'standard'],
  'authority/keys': ['base', 'standard', 'authority/organisations', 'authority/access'],
  'authority/access': ['base', 'standard', 'authority/organisations'],
  'authority/audit': ['base', 'standard', 'authority/organisations', 'authority/access'],
  'record/register': ['base', 'standard', 'authority'],
  'record/receipt': ['base', 'standard', 'authority'],
  'record/matching': ['base', 'standard', 'authority', 'record/register'],
  'record/cases': ['base', 'standard', 'authority', 'record/register', 'record/matching'],
  'record/confirmation': ['base', 'standard', 'authority', 'record/register', 'record/receipt'],
  'record/submission': [
    'base',
    'standard',
    'authority',
    'record/register',
    'record/receipt',
    'record/matching',
    'record/cases',
    'record/confirmation',
  ],
  doors: ['base', 'standard', 'authority', 'record'],
  uses: ['base', 'standard', 'authority', 'record'],
  outside: ['base', 'standard', 'authority', 'record'],
  start: ['base', 'standard', 'authority', 'record', 'doors', 'uses', 'outside', 'start'],
};

/** Names that say nothing. */
export const EMPTY_NAMES = /(^|[/-])(utils?|helpers?|common|misc|manager|service)([./-]|$)/;

/** The only files of `src/` that may look outside it: they join the product with what is simulated and built. */
export const MAY_LEAVE: readonly string[] = ['start/serve.ts', 'start/demo/population.ts', 'start/demo/headless-wallet.ts'];
