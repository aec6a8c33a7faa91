/** /giam-sat: readers who stand out, and complaints about one reading. Only a part of either has a name, and each naming says why. */
import { useUnusualReadings } from '#portal/api/oversight-queries.ts';
import type { UnusualReader } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { PartChoice, usePart } from '#portal/parts/PartChoice.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { Complaints } from './Complaints.tsx';
import { NameReader } from './NameReader.tsx';
import { useRoleNames } from './use-role-names.ts';

/** Parts of the page, by the word that stands for each in the address. */
const PARTS = { readings: '', complaints: 'khieu-nai' } as const;

export function Oversight() {
  const { t } = useWords();
  const [part, choose] = usePart(PARTS);
  return (
    <>
      <PageTitle title={t('oversight.title')} lead={t('oversight.lead')} />
      <div className="stack">
        <PartChoice parts={PARTS} part={part} onChoose={choose} label={t('oversight.title')} nameOf={(name) => t(`oversight.${name}`)} />
        {part === 'complaints' ? <Complaints /> : <Unusual />}
      </div>
    </>
  );
}

function Unusual() {
  const { t } = useWords();
  const asOf = (at: string | null): string => (at === null ? '' : ` ${t('oversight.countedAt', { at: instantText(at) })}`);
  return (
    <Answered query={useUnusualReadings()} lines={6}>
      {({ items, countedAt }) =>
        items.length === 0 ? (
          <div className="panel">
            <Empty title={t('oversight.noneUnusual')} next={`${t('oversight.noneUnusualNext')}${asOf(countedAt)}`} />
          </div>
        ) : (
          <div className="panel flush">
            <div className="panel-head">
              <h2>{t('oversight.readings')}</h2>
              <p className="soft">
                {t('oversight.readingsWhat')}
                {asOf(countedAt)}
              </p>
            </div>
            <TableScroll label={t('oversight.readings')}>
              <table className="cards-on-phone">
                <thead>
                  <tr>
                    <th scope="col">{t('oversight.day')}</th>
                    <th scope="col">{t('oversight.signs')}</th>
                    <th scope="col">{t('record.readRole')}</th>
                    <th scope="col">{t('oversight.bodies')}</th>
                    <th scope="col">{t('audit.actor')}</th>
                    <th scope="col">{t('oversight.who')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((reader) => (
                    <ReaderRow key={`${reader.day} ${reader.actor}`} reader={reader} />
                  ))}
                </tbody>
              </table>
            </TableScroll>
          </div>
        )
      }
    </Answered>
  );
}

function ReaderRow({ reader }: { readonly reader: UnusualReader }) {
  const { t } = useWords();
  const roles = useRoleNames();
  return (
    <tr>
      <td className="tabular nowrap">{dayText(reader.day)}</td>
      <td data-label={t('oversight.signs')}>
        <span className="row">
          {reader.signs.map(({ sign, count, limit }) => (
            <Mark key={sign} tone={sign === 'refused' || count >= 2 * limit ? 'bad' : 'warn'}>
              {t(`oversight.sign.${sign}`, { count })}
            </Mark>
          ))}
        </span>
      </td>
      <td data-label={t('record.readRole')}>{roles(reader.roles)}</td>
      <td data-label={t('oversight.bodies')}>{reader.bodies.map(({ name }) => name).join('; ') || '–'}</td>
      <td data-label={t('audit.actor')}>
        <code title={reader.actor}>{reader.actor.slice(0, 12)}</code>
      </td>
      <td>
        <NameReader eventId={reader.eventId} purpose="SUPERVISE" />
      </td>
    </tr>
  );
}
