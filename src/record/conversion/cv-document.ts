/** What an e-CV says: of each component what is confirmed, what is left out and what is missing, with the day of the data. Pure. Decision 0102. */
import type { Instant } from '#base/clock.ts';
import type { Given } from '#base/http/answer.ts';
import type { RecordPage } from '#record/register/read.ts';
import { confirmedPart } from './confirmed.ts';
import { CV_FORMAT } from './cv-shapes.ts';
import type { CvDocument } from './cv-shapes.ts';

type Components = Given<CvDocument['components']>;
const NAME = 'hoTenKhaiSinh';

const textIn = (components: Components, wanted: string): string =>
  components.flatMap(({ fields }) => fields).find(({ key }) => key === wanted)?.text.vi ?? '';

/** In the order of the form; what the system itself writes is no part of a curriculum vitae. */
function componentsIn({ groups, components }: Pick<RecordPage, 'groups' | 'components'>): Components {
  return components
    .filter(({ state }) => state !== 'system')
    .map(({ code, title, state, missing, signed }) => {
      const view = groups.find((group) => group.code === code);
      const part = confirmedPart(view ? [view] : []);
      return {
        code,
        title,
        state,
        missing,
        leftOut: part.leftOut,
        signedAt: signed?.at ?? null,
        fields: part.groups.flatMap(({ fields }) =>
          fields.map(({ key, label, value, display, origin }) => ({
            key,
            label,
            value,
            text: display,
            confirmedAt: origin.confirmedAt ?? '',
          })),
        ),
        sections: part.groups.flatMap(({ sections }) =>
          sections
            .filter(({ lines }) => lines.length > 0)
            .map(({ key, title: name, columns, lines }) => ({
              key,
              title: name,
              columns: columns.map(({ key: column, label }) => ({ key: column, label })),
              lines: lines.map(({ dong, origin, cells }) => ({ dong, confirmedAt: origin.confirmedAt ?? '', cells })),
            })),
        ),
      };
    });
}

export function cvDocument(
  page: Pick<RecordPage, 'groups' | 'components' | 'version' | 'validOn'>,
  beside: {
    readonly number: string;
    readonly nationalId: string;
    readonly body: { readonly id: string; readonly code: string; readonly name: string };
    /** version of the dictionary by whose words it was signed */
    readonly dictionary: string;
    readonly at: Instant;
    readonly demo: boolean;
  },
): Given<CvDocument> {
  const components = componentsIn(page);
  return {
    format: CV_FORMAT,
    number: beside.number,
    recordCode: beside.nationalId,
    name: textIn(components, NAME),
    body: beside.body,
    madeAt: beside.at,
    dataOf: page.validOn,
    revision: page.version,
    dictionary: beside.dictionary,
    demo: beside.demo,
    leftOut: {
      values: components.reduce((sum, { leftOut }) => sum + leftOut, 0),
      components: components.filter(({ leftOut }) => leftOut > 0).length,
    },
    components,
  };
}
