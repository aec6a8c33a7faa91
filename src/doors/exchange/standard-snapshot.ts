/** A version of the standard for machines, and what differs between two: what was added, narrowed, removed, and whether it breaks who conformed before. Pure. */
import { canonicalJson } from '#base/canonical-json.ts';
import { FIELDS } from '#standard/dictionary.ts';
import { CHAPTERS, STANDARD_VERSION } from '#standard/exchange-standard/chapters.ts';
import { MAJORS } from '#standard/exchange-standard/versions.ts';
import { exchangeDocument } from './exchange-document.ts';
import { WIRE_SCHEMAS, schemaFile } from './standard/wire-schemas.ts';
import type { WireSchema } from './standard/wire-schemas.ts';

/** Everything that a client may rest on, each thing by a name of its own: `clause 4.1`, `message change /properties/seq`, `field luong.heSo`, `route PUT …`, `major cbccvc@3`. */
export interface StandardSnapshot {
  readonly standard: 'congvu-exchange';
  readonly version: string;
  readonly things: Readonly<Record<string, string>>;
}

function leaves(value: unknown, path: string, into: (path: string, text: string) => void): void {
  if (typeof value !== 'object' || value === null) return into(path || '/', JSON.stringify(value));
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    for (const one of value) into(`${path}/${String(one)}`, 'member');
    return;
  }
  for (const [key, inner] of Object.entries(value)) leaves(inner, `${path}/${key}`, into);
}

/** The standard as it is now. */
export function currentSnapshot(): StandardSnapshot {
  const things: Record<string, string> = {};
  for (const { clauses } of CHAPTERS) for (const { number, level, text } of clauses) things[`clause ${number}`] = `${level}: ${text.vi}`;
  for (const name of Object.keys(WIRE_SCHEMAS) as WireSchema[])
    leaves(schemaFile(name), '', (path, text) => {
      things[`message ${name} ${path}`] = text;
    });
  for (const { key, required, kind } of FIELDS) things[`field ${key}`] = canonicalJson({ kind, required });
  for (const [path, methods] of Object.entries(exchangeDocument(STANDARD_VERSION)['paths'] as Record<string, Record<string, object>>))
    for (const [method, { responses }] of Object.entries(methods) as [string, { responses: object }][])
      for (const status of Object.keys(responses)) things[`route ${method.toUpperCase()} ${path} → ${status}`] = 'answer';
  for (const [name, majors] of Object.entries(MAJORS)) for (const major of majors) things[`major ${name}@${major}`] = 'taken';
  return { standard: 'congvu-exchange', version: STANDARD_VERSION, things };
}

export const snapshotText = (): string => `${JSON.stringify(JSON.parse(canonicalJson(currentSnapshot())), null, 1)}\n`;

export type DifferenceKind = 'added' | 'changed' | 'narrowed' | 'removed';

export interface StandardDifference {
  readonly kind: DifferenceKind;
  readonly thing: string;
  readonly was: string | null;
  readonly is: string | null;
  /** who conformed to the first may fail by the second */
  readonly breaks: boolean;
}

const isRequired = (thing: string): boolean => /^message .*\/required\//.test(thing);
const isMust = (text: string | null): boolean => text?.startsWith('must:') === true;
/** A bound that went the narrow way: less room, a pattern, a member that is closed. */
function isNarrower(thing: string, was: string, is: string): boolean {
  if (/\/(maximum|maxLength|maxItems|maxProperties)$/.test(thing)) return Number(is) < Number(was);
  if (/\/(minimum|minLength|minItems)$/.test(thing)) return Number(is) > Number(was);
  if (/\/(pattern|const|type|format)$/.test(thing)) return true;
  if (thing.endsWith('/additionalProperties')) return is === 'false';
  if (thing.startsWith('clause ')) return isMust(is) && !isMust(was);
  return thing.startsWith('field ') && /"required":"R"/.test(is) && !/"required":"R"/.test(was);
}

function differenceOf(thing: string, was: string | undefined, is: string | undefined): StandardDifference | null {
  if (was === is) return null;
  const of = (kind: DifferenceKind, breaks: boolean): StandardDifference => ({ kind, thing, was: was ?? null, is: is ?? null, breaks });
  if (was === undefined) {
    // A new duty, a member that must be there now, a bound where there was none.
    if (isRequired(thing) || /^message .*\/(maximum|maxLength|minLength|pattern|minItems|maxItems)$/.test(thing))
      return of('narrowed', true);
    return of('added', isMust(is!) || (thing.startsWith('field ') && /"required":"R"/.test(is!)));
  }
  if (is === undefined) {
    // What need not be there any more, or may be larger, hurts nobody; a duty that ended neither.
    const frees =
      isRequired(thing) ||
      thing.startsWith('clause ') ||
      /\/(maximum|maxLength|pattern|minLength|minItems|maxItems|description)$/.test(thing);
    return of('removed', !frees);
  }
  if (isNarrower(thing, was, is)) return of('narrowed', true);
  return of('changed', thing.startsWith('clause ') ? isMust(is) : thing.startsWith('field '));
}

/** Every difference, by name; of a member that is new and needed both are told. */
export function standardDifferences(from: StandardSnapshot, to: StandardSnapshot): readonly StandardDifference[] {
  const names = [...new Set([...Object.keys(from.things), ...Object.keys(to.things)])].sort();
  return names.flatMap((thing) => differenceOf(thing, from.things[thing], to.things[thing]) ?? []);
}

/** A snapshot out of a file; null: it is none. */
export function readSnapshot(text: string): StandardSnapshot | null {
  try {
    const said = JSON.parse(text) as Partial<StandardSnapshot> | null;
    const isOne =
      said?.standard === 'congvu-exchange' && typeof said.version === 'string' && typeof said.things === 'object' && said.things !== null;
    return isOne && Object.values(said.things).every((one) => typeof one === 'string') ? (said as StandardSnapshot) : null;
  } catch {
    return null;
  }
}
