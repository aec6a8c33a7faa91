/** All checks of quality: of the dictionary, of the rules across fields, and of predicates. Adding one is one entry in `checks.json`. */
import { detectLegacyFont } from '#base/vietnamese/legacy-fonts.ts';
import type { PlainDate } from '#base/clock.ts';
import type { QualityLevel, QualityWord } from '#record/register/quality-shapes.ts';
import { FIELDS, GROUPS, SECTIONS, leavesOf } from '#standard/dictionary.ts';
import type { Leaf } from '#standard/field-shape.ts';
import { fieldsNeededIn, sectionsOfEverybody } from '#record/register/components.ts';
import { isAbsent } from '#standard/record-access.ts';
import { sourceOf } from '#standard/law/rules.ts';
import { RULES, findBeside } from '#standard/rules.ts';
import { standInOf } from '#standard/stand-ins.ts';
import type { GroupCode, GroupDocument, Line, RecordDocument } from '#standard/shapes.ts';
import file from './checks.json' with { type: 'json' };
import { PREDICATES } from './predicates.ts';
import type { QualityCheck, QualityFacts, Strength } from './shapes.ts';

/** Entries of `checks.json`. */
interface Entry {
  readonly id: string;
  readonly word: string;
  readonly level: number;
  readonly strength: string;
  readonly by: string;
  readonly key: string;
  readonly about: readonly string[];
  readonly from: PlainDate;
  readonly vi?: string;
  readonly en?: string;
  readonly source?: string;
}

const { ofDictionary: OF_DICTIONARY } = file;
const MUST: ReadonlySet<string> = new Set(OF_DICTIONARY.must);

/** "Chưa xác định" is a statement for the register, and no answer here: somebody has yet to find out. */
const stands = (document: RecordDocument, group: GroupCode, key: string): boolean => {
  const value = document[group]?.[key];
  return value !== undefined && !(isAbsent(value) && value.vang === 'CHUA_XAC_DINH');
};

/** `B/ngaySinh`, `G/luong`: the leaves that it names, all columns of a section. */
function leavesNamed(path: string): { readonly group: GroupCode; readonly key: string; readonly leaves: readonly Leaf[] } {
  const [group, key] = path.split('/') as [GroupCode, string];
  const isSection = SECTIONS.some((section) => section.group === group && section.key === key);
  const leaves = isSection ? leavesOf(FIELDS, group, key) : leavesOf(FIELDS, group, null).filter((leaf) => leaf.key === key);
  if (leaves.length === 0) throw new Error(`checks.json: ${path} is in no dictionary`);
  return { group, key, leaves };
}

const isStated = ({ document }: QualityFacts, group: GroupCode, key: string): boolean => {
  const value = document[group]?.[key];
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
};

type Asked = Pick<QualityCheck, 'applies' | 'holds'> & { readonly title: QualityCheck['title']; readonly source: string };

/** One of the rules has its own title; of a check beside them the entry says it. */
function ruleOf({ key, vi = '', en = '' }: Entry): Asked {
  const rule = RULES.find(({ name }) => name === key) ?? { title: { vi, en }, source: sourceOf(key), find: findBeside(key)! };
  return {
    title: rule.title,
    source: rule.source,
    applies: () => true,
    holds: ({ document, number, on }) => {
      const whole = number === null ? document : { ...document, B: { ...document.B, soDinhDanh: number } };
      return rule.find({ document: whole, today: on, asOf: on, rowsOf: () => [] }).length === 0;
    },
  };
}

/** `GAN_KHOP` waits for a decision: it is measured, and no pass. */
const comparedOf = ({ key, vi = '', en = '', source = '' }: Entry): Asked => ({
  title: { vi, en },
  source,
  applies: ({ number }) => number !== null,
  holds: ({ document, number, comparedOf: compared }) => {
    const { level } = compared(key, key === 'soDinhDanh' ? number : document.B?.[key]);
    return level === 'CHUA' ? null : level === 'KHOP';
  },
});

const predicateOf = ({ key, vi = '', en = '', source = '' }: Entry): Asked => ({ title: { vi, en }, source, ...PREDICATES[key]! });

const ASKED_BY: Readonly<Record<string, (entry: Entry) => Asked>> = { rule: ruleOf, compared: comparedOf, predicate: predicateOf };

function written(entry: Entry): QualityCheck {
  const named = entry.about.map(leavesNamed);
  const asked = ASKED_BY[entry.by]!(entry);
  return {
    ...asked,
    id: entry.id,
    word: entry.word as QualityWord,
    level: entry.level as QualityLevel,
    strength: entry.strength as Strength,
    group: named[0]?.group ?? null,
    from: entry.from,
    about: named.flatMap(({ leaves }) => leaves),
    applies: (facts) => named.every(({ group, key }) => isStated(facts, group, key)) && asked.applies(facts),
  };
}

/** "Đủ": a field that is needed, by the dictionary's own word of when. */
const ofField = (group: GroupCode, leaf: Leaf, needed: (facts: QualityFacts) => boolean): QualityCheck => ({
  id: `DU.${group}.${leaf.key}`,
  word: 'DU',
  level: leaf.required === 'R' && MUST.has(group) ? 1 : 2,
  strength: 'form',
  title: leaf.label,
  group,
  source: leaf.field.source,
  from: OF_DICTIONARY.from,
  about: [leaf],
  applies: needed,
  holds: ({ document }) => stands(document, group, leaf.key),
});

const ofSection = ({ key, group, title }: (typeof SECTIONS)[number]): QualityCheck => ({
  id: `DU.${group}.${key}`,
  word: 'DU',
  level: MUST.has(group) ? 1 : 2,
  strength: 'form',
  title,
  group,
  source: OF_DICTIONARY.sections,
  from: OF_DICTIONARY.from,
  about: leavesOf(FIELDS, group, key),
  applies: () => true,
  holds: (facts) => isStated(facts, group, key),
});

const isTextual = ({ kind }: Leaf): boolean => kind.name === 'text' || kind.name === 'longText' || kind.name === 'personName';

const textsIn = (values: GroupDocument | Line, leaves: readonly Leaf[]): { readonly text: string; readonly leaf: Leaf }[] =>
  leaves.flatMap((leaf) => {
    const value = (values as Readonly<Record<string, unknown>>)[leaf.key];
    return typeof value === 'string' ? [{ text: value, leaf }] : [];
  });

/** "Sạch": words of a group are whole Unicode, of no old font, and stand for themselves. What the reader does not see is not looked at. */
function ofWords(group: GroupCode, title: QualityCheck['title']): QualityCheck | null {
  const own = leavesOf(FIELDS, group, null).filter(isTextual);
  const sections = SECTIONS.filter((section) => section.group === group).map(({ key }) => ({
    key,
    leaves: leavesOf(FIELDS, group, key).filter(isTextual),
  }));
  if (own.length + sections.flatMap(({ leaves }) => leaves).length === 0) return null;
  const textsOf = ({ document, isSeen }: QualityFacts) => [
    ...textsIn(document[group] ?? {}, own.filter(isSeen)),
    ...sections.flatMap(({ key, leaves }) =>
      ((document[group]?.[key] ?? []) as readonly Line[]).flatMap((line) => textsIn(line, leaves.filter(isSeen))),
    ),
  ];
  return {
    id: `SACH.${group}`,
    word: 'SACH',
    level: 1,
    strength: 'form',
    title: { vi: `Chữ viết sạch: ${title.vi}`, en: `Clean words: ${title.en}` },
    group,
    source: OF_DICTIONARY.words,
    from: OF_DICTIONARY.from,
    about: [],
    applies: (facts) => textsOf(facts).length > 0,
    holds: (facts) =>
      textsOf(facts).every(
        ({ text, leaf }) =>
          text === text.normalize('NFC') && detectLegacyFont(text) === null && standInOf(text, leaf.kind.name) === undefined,
      ),
  };
}

/** In the order of the form, then of the file. */
export const CHECKS: readonly QualityCheck[] = [
  ...GROUPS.flatMap(({ code, title }) => {
    const words = ofWords(code, title);
    return [
      ...fieldsNeededIn(code).map(({ leaf, isNeeded }) => ofField(code, leaf, ({ document, on }) => isNeeded(document, on))),
      ...sectionsOfEverybody(code).map(ofSection),
      ...(words === null ? [] : [words]),
    ];
  }),
  ...file.items.map(written),
];
