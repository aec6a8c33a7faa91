/** /xuat-danh-sach: lists that one asked to take along, how they stand, and their files. */
import { useExports } from '#portal/api/queries.ts';
import { fileAddress } from '#portal/api/client.ts';
import type { PeopleExport } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { useFormat } from '#portal/parts/use-format.ts';

const TONE = {
  waiting: 'wait',
  granted: 'wait',
  building: 'wait',
  ready: 'good',
  failed: 'bad',
  refused: 'bad',
  lapsed: 'off',
  deleted: 'off',
} as const;

export function Exports() {
  const { t } = useWords();
  const query = useExports();
  return (
    <>
      <PageTitle
        title={t('exports.title')}
        lead={t('exports.lead')}
        actions={
          <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
            {t('exports.again')}
          </Button>
        }
      />
      <Answered query={query} lines={4}>
        {(items) => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('exports.empty')} next={t('exports.emptyNext')} />
            ) : (
              <ul className="plain stack">
                {items.map((one) => (
                  <li key={one.id} data-export={one.state}>
                    <One one={one} />
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </Answered>
    </>
  );
}

function One({ one }: { readonly one: PeopleExport }) {
  const { t } = useWords();
  const { number } = useFormat();
  const { counts } = one;
  return (
    <div className="stack tight">
      <p>
        <span className="strong tabular">{one.number}</span> <Mark tone={TONE[one.state]}>{t(`exports.state.${one.state}`)}</Mark>
      </p>
      <p>
        {t('exports.line', { people: number(one.people), purpose: t(`exports.purposes.${one.purpose}`), at: instantText(one.askedAt) })}
      </p>
      <p className="soft small">
        {one.reason} · <Holds one={one} />
      </p>
      {counts && (
        <p className="tabular">
          {t('exports.counts', {
            found: number(counts.found),
            exported: number(counts.exported),
            leftOut: number(counts.leftOut),
            masked: number(counts.masked),
          })}
        </p>
      )}
      {one.state === 'waiting' && <p className="soft small">{t('exports.waitsUntil', { until: instantText(one.endsAt) })}</p>}
      {one.problem !== null && (
        <p>
          {t('exports.why')}: <a href={`/problems/${one.problem}`}>{one.problem}</a>
        </p>
      )}
      {one.state === 'ready' && (
        <p>
          <a href={fileAddress('/exports/{id}/list.xlsx', { path: { id: one.id } })} download>
            {t('exports.download')}
            <span className="hidden-text"> – {one.number}</span>
          </a>{' '}
          <span className="soft small">{t('exports.copies', { copies: number(one.copies), until: instantText(one.endsAt) })}</span>
        </p>
      )}
    </div>
  );
}

/** What it holds: columns of a list, fields of an extract with its day and ground. */
function Holds({ one: { form, columns, fields, asOf, ground } }: { readonly one: PeopleExport }) {
  const { t } = useWords();
  const { number } = useFormat();
  switch (form) {
    case 'list':
      return columns.map((column) => t(`exports.column.${column}`)).join(', ');
    case 'filled-template':
      return t('exports.template');
    default:
      return [
        t(`exports.form.${form}`),
        ...(fields.length > 0 ? [t('exports.fieldsOf', { count: number(fields.length) })] : []),
        t('exports.dataOf', { day: asOf === null ? '' : dayText(asOf) }),
        t('exports.groundOf', { ground: ground ?? '' }),
      ].join(' · ');
  }
}
