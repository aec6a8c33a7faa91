/** /danh-muc: entries that the lists lack. An administrator asks, who keeps the lists decides; everybody of the two sees what became of it. */
import { useState } from 'react';
import type { Acts } from '#portal/api/client.ts';
import { useAct } from '#portal/api/act-on.ts';
import { useListAdditions } from '#portal/api/oversight-queries.ts';
import type { AdditionList } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { NOTHING_TYPED } from './addition-request.ts';
import { EntryForm } from './EntryForm.tsx';
import { RequestRow, type Verdict } from './RequestRow.tsx';
import { STALE } from './stale.ts';
import { YearForm } from './YearForm.tsx';

export function ListAdditions() {
  const { t } = useWords();
  const query = useListAdditions();
  const decide = useAct(
    '/list-additions/{id}/decision',
    ({ id, verdict }: { readonly id: string; readonly verdict: Verdict }) => ({ path: { id }, body: verdict }),
    STALE,
  );
  const withdraw = useAct('/list-additions/{id}/withdrawal', (id: string) => ({ path: { id } }), STALE);
  const failed = decide.error ?? withdraw.error;
  return (
    <>
      <PageTitle title={t('lists.title')} lead={t('lists.lead')} />
      <div className="stack">
        {failed !== null && <Failure error={failed} />}
        <Answered query={query} lines={4}>
          {(data) => {
            const { openLists, year, mayAsk } = data.pages[0]!;
            const items = joined(data);
            return (
              <>
                {mayAsk && <Ask openLists={openLists} />}
                {mayAsk && <AskYear key={year.year} year={year} />}
                {items.length === 0 && (
                  <div className="panel">
                    <Empty title={t('lists.empty')} next={t('lists.emptyNext')} />
                  </div>
                )}
                {items.map((one) => (
                  <RequestRow
                    key={one.id}
                    request={one}
                    busy={decide.busy || withdraw.busy}
                    onDecide={(verdict) => void decide.go({ id: one.id, verdict }).catch(() => undefined)}
                    onWithdraw={() => void withdraw.go(one.id).catch(() => undefined)}
                  />
                ))}
                <MoreButton query={query} />
              </>
            );
          }}
        </Answered>
      </div>
    </>
  );
}

function Ask({ openLists }: Pick<AdditionList, 'openLists'>) {
  const { t } = useWords();
  const ask = useAct('/list-additions', (body: Acts['/list-additions']['asked']['body']) => ({ body }), STALE);
  return (
    <EntryForm
      begin={NOTHING_TYPED}
      openLists={openLists}
      send={t('lists.ask')}
      sent={ask.answer ? t('lists.asked') : null}
      busy={ask.busy}
      error={ask.error}
      onSend={ask.go}
    />
  );
}

/** Opened when it is wanted: a year has some twenty lines. */
function AskYear({ year }: Pick<AdditionList, 'year'>) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const ask = useAct('/list-additions', (body: Acts['/list-additions']['asked']['body']) => ({ body }), STALE);
  return (
    <section className="stack" aria-labelledby="year-title" data-year={year.year}>
      <div className="panel">
        <h2 id="year-title">{t('lists.year.title', { year: year.year })}</h2>
        <p>{t('lists.year.lead', { year: year.year })}</p>
        <div className="actions">
          <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('lists.year.open', { year: year.year })}
          </Button>
        </div>
      </div>
      {open && (
        <YearForm
          year={year}
          send={t('lists.year.send')}
          sent={ask.answer ? t('lists.asked') : null}
          busy={ask.busy}
          error={ask.error}
          onSend={ask.go}
        />
      )}
    </section>
  );
}
