/** Accounts and roles by a list: what stands to take along as a workbook, which is the form; the changed one looked at cell by cell, then given as one act. */
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { fileAddress } from '#portal/api/client.ts';
import type { BroughtAccounts } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { DropZone } from '#portal/parts/DropZone.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Mark } from '#portal/parts/Mark.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { useUpload } from '#portal/workbook/use-upload.ts';
import { ACCOUNTS_STALE } from './stale.ts';

const TONE = { given: 'good', asked: 'wait', waiting: 'wait', changed: 'warn', ended: 'off' } as const;

export function ImportAccounts() {
  const { t } = useWords();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<BroughtAccounts | null>(null);
  const upload = useUpload('/accounts/lists', (brought) => {
    setAnswer(brought);
    upload.forget();
    if (brought.applied) for (const queryKey of ACCOUNTS_STALE) void queries.invalidateQueries({ queryKey });
  });
  const look = (chosen: File | null): void => {
    if (!chosen) return;
    setFile(chosen);
    setAnswer(null);
    upload.start({ query: {} }, chosen);
  };
  const changes = answer ? answer.counts.given + answer.counts.changed + answer.counts.ended + answer.counts.waiting : 0;
  return (
    <section className="panel stack" aria-labelledby="import-accounts">
      <h2 id="import-accounts">{t('accounts.import')}</h2>
      <p className="soft">{t('accounts.importWhat')}</p>
      <div className="actions">
        <Button variant="default" href={fileAddress('/accounts/list.xlsx', {})} download data-take-accounts>
          {t('accounts.importForm')}
        </Button>
      </div>
      <DropZone variant="default" accept=".xlsx,.csv" label={t('accounts.importChoose')} onFile={look} />
      {upload.state.kind === 'sending' && (
        <p role="status" className="soft">
          {t('accounts.importReading')}
        </p>
      )}
      {upload.state.kind === 'failed' && <Failure error={upload.state.error} />}
      {answer && <Counts answer={answer} />}
      {answer && answer.wrong.length > 0 && <WrongCells answer={answer} />}
      {answer && answer.changes.length > 0 && <Changes answer={answer} />}
      {answer && file && !answer.applied && answer.counts.rejected === 0 && changes > 0 && (
        <div className="actions">
          <Button
            loading={upload.state.kind === 'sending'}
            onClick={() => upload.start({ query: { look: answer.look } }, file)}
            data-import
          >
            {t('accounts.importGo', { count: changes })}
          </Button>
        </div>
      )}
    </section>
  );
}

function Counts({ answer }: { readonly answer: BroughtAccounts }) {
  const { t } = useWords();
  const { number } = useFormat();
  const { received, accepted, rejected, waiting, given, changed, ended, unchanged } = answer.counts;
  const told = { received: number(received), accepted: number(accepted), rejected: number(rejected), waiting: number(waiting) };
  const parts = { given: number(given), changed: number(changed), ended: number(ended), unchanged: number(unchanged) };
  return (
    <div className={`note ${answer.applied ? 'good' : rejected > 0 ? 'bad' : ''}`} role="status">
      <p className="strong">{t(answer.applied ? 'accounts.importDone' : 'accounts.importLook', told)}</p>
      <p>{t('accounts.importParts', parts)}</p>
      {rejected > 0 && <p>{t('accounts.importNothing')}</p>}
    </div>
  );
}

function WrongCells({ answer: { wrong, counts } }: { readonly answer: BroughtAccounts }) {
  const { t, localize } = useWords();
  return (
    <>
      <h3>{t('accounts.importWrong')}</h3>
      <TableScroll label={t('accounts.importWrong')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('accounts.importCell')}</th>
              <th scope="col">{t('accounts.importValue')}</th>
              <th scope="col">{t('accounts.importWhy')}</th>
            </tr>
          </thead>
          <tbody>
            {wrong.map(({ row, cell, column, value, title, next }) => (
              <tr key={`${row} ${column}`}>
                <th scope="row">
                  {cell ?? row} · {column}
                </th>
                <td>{value ?? t('accounts.importBlank')}</td>
                <td>
                  {localize(title)} {localize(next)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {counts.rejected > wrong.length && <p className="soft">{t('accounts.importMore', { count: counts.rejected - wrong.length })}</p>}
    </>
  );
}

function Changes({ answer: { changes, counts } }: { readonly answer: BroughtAccounts }) {
  const { t } = useWords();
  const more = counts.given + counts.changed + counts.ended + counts.waiting - changes.length;
  return (
    <>
      <h3>{t('accounts.importChanges')}</h3>
      <TableScroll label={t('accounts.importChanges')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('accounts.importLine')}</th>
              <th scope="col">{t('accounts.role')}</th>
              <th scope="col">{t('accounts.importOutcome')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ row, name, role, body, until, outcome }) => (
              <tr key={row}>
                <th scope="row">
                  {row}. {name}
                </th>
                <td>
                  {role} · {body}
                </td>
                <td>
                  <Mark tone={TONE[outcome]}>{t(`accounts.outcome.${outcome}`)}</Mark>{' '}
                  {until !== null && outcome !== 'ended' && t('accounts.importUntil', { until })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {more > 0 && <p className="soft">{t('accounts.importMore', { count: more })}</p>}
    </>
  );
}
