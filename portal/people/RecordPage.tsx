/** /ho-so/:id: a record in the order of form 2C, at any day, as known at any settled point; the card; and who viewed it. */
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useParams, useSearchParams, useLocation } from 'react-router';
import { useReads, useRecord, useSession } from '#portal/api/queries.ts';
import type { PersonRecord, RecordGroup } from '#portal/api/generated/api.ts';
import { CasesOfPerson } from '#portal/cases/CasesOfPerson.tsx';
import { Papers } from '#portal/conversions/Papers.tsx';
import { CvsOfRecord } from '#portal/conversions/Cvs.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered, Waiting } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { QualityPanel } from '#portal/quality/QualityPanel.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { asOfFrom, isNow, paramsOf, type AsOf } from './as-of.ts';
import { AskExtract } from './AskExtract.tsx';
import { AsOfForm } from './AsOfForm.tsx';
import { CardPanel } from './CardPanel.tsx';
import { ClosedRecord } from './ClosedRecord.tsx';
import { ComparedLine } from './ComparedLine.tsx';
import { GroupFacts } from './GroupFacts.tsx';
import { MaskedNumber } from './MaskedNumber.tsx';
import { usePrinting } from '#portal/parts/use-printing.ts';
import { PrintForms } from './PrintForms.tsx';
import { fileAddress } from '#portal/api/client.ts';
import { RecordAttestations } from './RecordAttestations.tsx';
import { WhoViewed } from './WhoViewed.tsx';

export function RecordPage() {
  const { id = '' } = useParams();
  const session = useSession().data;
  if (!session) return <Waiting />;
  // An administrator of access may see who viewed a record without seeing the record.
  return mayDo(session, 'record.read') || !mayDo(session, 'record.reads') ? <TheRecord id={id} /> : <OnlyReads id={id} />;
}

function OnlyReads({ id }: { readonly id: string }) {
  const { t } = useWords();
  const name = useReads(id, true).data?.name;
  return (
    <>
      <PageTitle
        title={name === undefined || name === null ? t('record.reads') : t('record.readsOf', { name })}
        lead={t('record.readsLead')}
        back={{ to: '/tra-cuu', label: t('search.title') }}
      />
      <WhoViewed id={id} />
    </>
  );
}

function TheRecord({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const asOf = asOfFrom(params);
  const query = useRecord(id, asOf.validOn, asOf.knownAt);
  return (
    <Answered page={t('search.title')} query={query} lines={10}>
      {(record) =>
        // The old id of a merged record leads to the one that stands for it.
        record.personId === id ? (
          <Shown record={record} asOf={asOf} onAsOf={(request) => setParams(paramsOf(request))} />
        ) : (
          <Navigate to={{ pathname: `/ho-so/${record.personId}`, search: params.toString() }} replace />
        )
      }
    </Answered>
  );
}

const READS = 'reads';
const CARD = 'card';
const ATTESTATIONS = 'attestations';
const PRINT = 'print';
const QUALITY = 'quality';
/** Parts of the page that are no group. */
const PARTS: ReadonlySet<string> = new Set([READS, CARD, ATTESTATIONS, PRINT, QUALITY]);

/** Another body manages the person: what that means for the reader, in a line. */
function OnlyRead({ reach: { why, until } }: Pick<PersonRecord, 'reach'>) {
  const { t } = useWords();
  const day = { until: until === null ? '' : dayText(until) };
  return (
    <p className="note" role="status" data-reach={why}>
      {why === 'merged'
        ? t('record.mergedAway')
        : why === 'former'
          ? t('record.letGo', day)
          : until === null
            ? t('record.used')
            : t('record.usedUntil', day)}
    </p>
  );
}

function Shown({ record, asOf, onAsOf }: { readonly record: PersonRecord; readonly asOf: AsOf; readonly onAsOf: (asOf: AsOf) => void }) {
  const { t } = useWords();
  const { number } = useFormat();
  const session = useSession().data;
  // The list of cards held back leads to this part.
  const { hash } = useLocation();
  const [chosen, setChosen] = useState<string | null>(hash === '#the' && mayDo(record, 'card.read') ? CARD : null);
  const printing = usePrinting() && !PARTS.has(chosen ?? '');
  const at = { validOn: dayText(record.validOn), knownAt: number(record.knownAt) };
  const queries = useQueryClient();
  const managed = record.reach.why === 'managing';
  const seesReads = mayDo(record, 'record.reads');
  const openCard = (): void => {
    setChosen(CARD);
    // The opening is a read of its own: who viewed it is asked again.
    void queries.invalidateQueries({ queryKey: ['person', record.personId, 'reads'] });
  };
  const group = record.groups.find((one) => one.code === chosen) ?? record.groups[0];
  return (
    <>
      <PageTitle
        title={record.name}
        back={{ to: '/tra-cuu', label: t('search.title') }}
        lead={
          <>
            {record.bodyName} · {t('record.nationalId')}:{' '}
            <MaskedNumber id={record.personId} masked={record.nationalIdMasked} may={mayDo(record, 'record.unmask')} />{' '}
            <ComparedLine compared={record.nationalIdCompared} /> <br />
            <span className="small tabular">{t('record.point', at)}</span>
          </>
        }
        actions={<AsOfForm record={record} asOf={asOf} onAsOf={onAsOf} />}
      />
      <div className="stack">
        {managed ? <CasesOfPerson of={record} registered /> : <OnlyRead reach={record.reach} />}
        {record.merged.map((one) => (
          <p className="note" key={one.personId}>
            {t('record.mergedFrom', { at: instantText(one.at) })}{' '}
            <Link to={`/ho-so/${one.personId}?knownAt=${one.knownFrom - 1}`}>{t('record.mergedBefore')}</Link>
          </p>
        ))}
        <ClosedRecord record={record} />
        {mayDo(record, 'erasure.ask') && (
          <p className="small">
            <Link to={`/huy-du-lieu/${record.personId}`}>{t('erasure.toAsk')}</Link>
          </p>
        )}
        {mayDo(record, 'kept-apart.ask') && (
          <p className="small">
            <Link to={`/quan-ly-rieng/${record.personId}`}>{t('keptApart.toAsk')}</Link>
          </p>
        )}
        {!isNow(asOf) && (
          <div className="note warn row between" role="status">
            <span>{t('record.asOfBanner', at)}</span>
            <button type="button" className="link" onClick={() => onAsOf({ validOn: null, knownAt: null })}>
              {t('record.now')}
            </button>
          </div>
        )}
        <div className="split record">
          <nav className="panel flush" aria-label={t('record.groups')}>
            <ul className="pick dense">
              {record.groups.map((one) => (
                <li key={one.code}>
                  <GroupLink group={one} current={!PARTS.has(chosen ?? '') && one === group} onChoose={() => setChosen(one.code)} />
                </li>
              ))}
              {record.quality && (
                <li>
                  <button type="button" aria-current={chosen === QUALITY} onClick={() => setChosen(QUALITY)} data-open-quality>
                    <span className="strong">{t('quality.title')}</span>
                  </button>
                </li>
              )}
              {mayDo(record, 'card.read') && (
                <li>
                  <button type="button" aria-current={chosen === CARD} onClick={openCard} data-open-card>
                    <span className="strong">{t('card.title')}</span>
                  </button>
                </li>
              )}
              <li>
                <button type="button" aria-current={chosen === ATTESTATIONS} onClick={() => setChosen(ATTESTATIONS)} data-open-attestations>
                  <span className="strong">{t('attestation.list')}</span>
                </button>
              </li>
              {mayDo(record, 'record.unmask') && (
                <li>
                  <button type="button" aria-current={chosen === PRINT} onClick={() => setChosen(PRINT)} data-open-print>
                    <span className="strong">{t('record.print')}</span>
                  </button>
                </li>
              )}
              {seesReads && (
                <li>
                  <button type="button" aria-current={chosen === READS} onClick={() => setChosen(READS)}>
                    <span className="strong">{t('record.reads')}</span>
                  </button>
                </li>
              )}
            </ul>
          </nav>
          {printing ? (
            record.groups.map((one) => (
              <GroupFacts
                key={one.code}
                person={{ personId: record.personId, name: record.name, may: record.may, ...asOf }}
                group={one}
                component={componentOf(record, one)}
                onSeeThen={onAsOf}
              />
            ))
          ) : chosen === READS ? (
            <WhoViewed id={record.personId} />
          ) : chosen === ATTESTATIONS ? (
            <RecordAttestations id={record.personId} />
          ) : chosen === QUALITY && record.quality ? (
            <QualityPanel
              quality={record.quality}
              way={({ group: code }) =>
                record.groups.some((one) => one.code === code) && (
                  <button type="button" className="link" onClick={() => setChosen(code)}>
                    {t('quality.see')}
                  </button>
                )
              }
            />
          ) : chosen === PRINT ? (
            <div className="stack">
              <section className="panel stack tight" aria-label={t('record.print')}>
                <h2>{t('record.print')}</h2>
                <p className="soft">{t('record.printWhat')}</p>
                <PrintForms addressOf={(form) => fileAddress('/people/{id}/forms/{form}', { path: { id: record.personId, form } })} />
              </section>
              {mayDo(session, 'record.export') && (
                <section className="panel stack tight" aria-label={t('extracts.person')}>
                  <h2>{t('extracts.person')}</h2>
                  <p className="soft">{t('extracts.personWhat')}</p>
                  <div className="actions">
                    <AskExtract of={{ personId: record.personId }} />
                  </div>
                </section>
              )}
              {mayDo(record, 'record.convert') && <CvsOfRecord id={record.personId} />}
              {mayDo(record, 'record.convert') && <Papers id={record.personId} />}
            </div>
          ) : chosen === CARD ? (
            <CardPanel id={record.personId} />
          ) : group ? (
            <GroupFacts
              key={group.code}
              person={{ personId: record.personId, name: record.name, may: record.may, ...asOf }}
              group={group}
              component={componentOf(record, group)}
              onSeeThen={onAsOf}
            />
          ) : (
            <div className="panel">
              <Empty title={t('record.noneSeen')} next={t('record.noneSeenNext')} />
            </div>
          )}
        </div>
      </div>
    </>
  );
}

const componentOf = ({ components }: PersonRecord, { code }: RecordGroup) => components.find((one) => one.code === code);

function GroupLink({
  group,
  current,
  onChoose,
}: {
  readonly group: RecordGroup;
  readonly current: boolean;
  readonly onChoose: () => void;
}) {
  const { t, localize } = useWords();
  const lines = group.sections.reduce((sum, section) => sum + section.lines.length, 0);
  return (
    <button type="button" aria-current={current} onClick={onChoose} data-group={group.code}>
      <span className={current ? 'strong' : ''}>{localize(group.title)}</span>
      <span className="small soft tabular nowrap">
        {[
          group.fields.length > 0 ? t('record.filled', { count: group.fields.length }) : null,
          lines > 0 ? t('record.lines', { count: lines }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </button>
  );
}
