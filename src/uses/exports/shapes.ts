/** What travels of lists that are taken along. */
import { Type } from 'typebox';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';

/** Columns that may be chosen; a value that the reader's roles do not see stays hidden. */
export const EXPORT_COLUMNS = ['name', 'number', 'birth', 'body', 'post', 'jobTitle', 'grade', 'kind', 'status', 'match'] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];
/** A list of chosen columns; the template of an agency with what its people's records say; fields of many people on a day (trích ngang); one person over time (trích dọc). */
export const EXPORT_FORMS = ['list', 'filled-template', 'cross-extract', 'person-extract'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];
/** Why somebody takes people along; `SUBMIT`: to correct a template and send it back. */
export const EXPORT_PURPOSES = ['CONSULT', 'SUPERVISE', 'STATISTICS', 'CORRECT', 'SUBMIT'] as const;
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number];
export const EXPORT_STATES = ['waiting', 'granted', 'building', 'ready', 'failed', 'refused', 'lapsed', 'deleted'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

export const PeopleExport = Type.Object(
  {
    id: Type.String(),
    number: Type.String(),
    form: oneOf([...EXPORT_FORMS]),
    purpose: oneOf([...EXPORT_PURPOSES]),
    reason: Type.String(),
    /** none of a template: it has all that its reader sees */
    columns: Type.Array(oneOf([...EXPORT_COLUMNS])),
    /** of an extract of many people: keys of the dictionary */
    fields: Type.Array(Type.String()),
    /** of an extract: its day, and the document that it is made by */
    asOf: orNull(Type.String()),
    ground: orNull(Type.String()),
    /** found when it was asked for */
    people: Type.Integer(),
    askedAt: Type.String(),
    /** waiting: for a second person; granted: for the background */
    state: oneOf([...EXPORT_STATES]),
    /** code of the problem by which it failed */
    problem: orNull(Type.String()),
    /** when it was built: found = exported + left out; `masked`: of those exported, people of whom some chosen value is hidden from the reader */
    counts: orNull(Type.Object({ found: Type.Integer(), exported: Type.Integer(), leftOut: Type.Integer(), masked: Type.Integer() })),
    /** how often it was downloaded */
    copies: Type.Integer(),
    /** until when it waits, or is kept */
    endsAt: Type.String(),
  },
  { title: 'PeopleExport' },
);
/** What an extract of many people may hold, as far as the asker's roles see it. */
export const ExtractChoices = Type.Object(
  {
    today: Type.String(),
    groups: Type.Array(
      Type.Object(
        { code: Type.String(), title: Bilingual, fields: Type.Array(Type.Object({ key: Type.String(), label: Bilingual })) },
        { title: 'ExtractGroup' },
      ),
    ),
  },
  { title: 'ExtractChoices' },
);
export const Exports = Type.Object({ items: Type.Array(PeopleExport), next: Type.Null(), choices: ExtractChoices }, { title: 'Exports' });
export const ExportAnswer = Type.Object(
  { id: Type.String(), number: Type.String(), people: Type.Integer(), waits: Type.Boolean() },
  { title: 'ExportAnswer' },
);
