/** One's own data whole, to take along: as a machine reads it. Every value with where it comes from and who confirmed it. Pure. */
import type { Static } from 'typebox';
import type { Instant } from '#base/clock.ts';
import type { Given } from '#base/http/answer.ts';
import { DICTIONARY_VERSION } from '#standard/dictionary.ts';
import type { OwnRecord } from './own-record.ts';
import type { MyData as MyDataShape } from './shapes.ts';
import type { Viewed } from './who-viewed.ts';

type MyData = Given<Static<typeof MyDataShape>>;

/** What the file says of itself: it proves nothing to others. */
const NOTICE = {
  vi: 'Bản sao dữ liệu cá nhân cho chính người có hồ sơ. Không phải giấy tờ chính thức, không có giá trị chứng minh với người khác.',
  en: 'A copy of personal data for the person it is about. Not an official document; it proves nothing to others.',
} as const;

/** The members are in Vietnamese and English both where people read them; keys are those of the dictionary. */
export function ownData(
  record: OwnRecord,
  beside: {
    readonly at: Instant;
    readonly demo: boolean;
    readonly cards: MyData['cards'];
    readonly viewed: Viewed;
    readonly consents: MyData['consents'];
    readonly declarations: MyData['declarations'];
    readonly valueReports: MyData['valueReports'];
    readonly dataRequests: MyData['dataRequests'];
  },
): MyData {
  return {
    format: 'congvu-own-data/1',
    notice: NOTICE,
    demo: beside.demo,
    madeAt: beside.at,
    dictionary: DICTIONARY_VERSION,
    person: {
      name: record.name,
      nationalId: record.nationalId,
      nationalIdCompared: record.nationalIdCompared,
      body: record.bodyName,
      position: record.position,
      version: record.version,
      identityLocked: record.identityLocked,
      portraitSha256: record.portrait,
    },
    groups: record.groups.map((group) => ({
      code: group.code,
      title: group.title,
      state: group.state,
      validFrom: group.validFrom,
      source: group.source,
      confirmedAt: group.confirmedAt,
      confirmedBy: group.confirmedBy,
      missing: group.missing,
      fields: group.fields.map(({ key, label, value, display, derived, compared, origin }) => ({
        key,
        label,
        value,
        display,
        derived,
        // what the population database was found to say of this very value: level (muc_khop), day, source; null where it has no word
        compared,
        source: origin.source,
        confirmedAt: origin.confirmedAt,
        confirmedBy: origin.confirmedBy,
      })),
      sections: group.sections.map(({ key, title, columns, lines, origin }) => ({
        key,
        title,
        source: origin.source,
        confirmedAt: origin.confirmedAt,
        confirmedBy: origin.confirmedBy,
        columns,
        lines,
      })),
    })),
    cards: beside.cards,
    viewedBy: beside.viewed,
    consents: beside.consents,
    declarations: beside.declarations,
    valueReports: beside.valueReports,
    dataRequests: beside.dataRequests,
  };
}
