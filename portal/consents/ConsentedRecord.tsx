/** /xem-theo-dong-y/:id: the look itself, group by group; opening the page is the reading. */
import '#portal/own/own.css';
import { useParams } from 'react-router';
import { useConsentedRecord } from '#portal/api/consent-queries.ts';
import type { ConsentedRecord as Shown } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { dayText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';

export function ConsentedRecord() {
  const { t } = useWords();
  const { id = '' } = useParams();
  return (
    <>
      <PageTitle title={t('consent.record')} back={{ to: '/xem-theo-dong-y', label: t('consent.back') }} />
      <Answered query={useConsentedRecord(id)} lines={8}>
        {(shown) => <Record shown={shown} />}
      </Answered>
    </>
  );
}

function Record({ shown }: { readonly shown: Shown }) {
  const { t, localize } = useWords();
  return (
    <div className="stack" data-consented-record>
      <p className="note">
        {t('consent.recordLead', { name: shown.personName, purpose: localize(shown.purpose), day: dayText(shown.until) })}
      </p>
      {shown.groups.length === 0 && (
        <div className="panel">
          <Empty title={t('consent.recordEmpty')} next={t('consent.recordEmptyNext')} />
        </div>
      )}
      {shown.groups.map((group) => (
        <section key={group.code} className="stack tight" aria-label={localize(group.title)} data-group={group.code}>
          <h2>
            {localize(group.title)}{' '}
            <Mark tone={group.confirmed ? 'good' : 'off'}>{t(group.confirmed ? 'consent.confirmed' : 'consent.notConfirmed')}</Mark>
          </h2>
          {group.fields.length > 0 && (
            <dl className="panel flush own-fields">
              {group.fields.map(({ key, label, display }) => (
                <div key={key}>
                  <dt>{localize(label)}</dt>
                  <dd className="own-value break">{localize(display)}</dd>
                </div>
              ))}
            </dl>
          )}
          {group.sections.map((section) => (
            <Section key={section.key} section={section} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Section({ section }: { readonly section: Shown['groups'][number]['sections'][number] }) {
  const { t, localize } = useWords();
  return (
    <div className="stack tight">
      <h3>{localize(section.title)}</h3>
      <ol className="panel flush own-lines">
        {section.lines.map(({ id, cells }, index) => (
          <li key={id} aria-label={t('consent.line', { n: index + 1 })}>
            <dl>
              {section.columns
                .filter(({ key }) => cells[key])
                .map(({ key, label }) => (
                  <div key={key}>
                    <dt>{localize(label)}</dt>
                    <dd className="break">{localize(cells[key]!)}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ol>
    </div>
  );
}
