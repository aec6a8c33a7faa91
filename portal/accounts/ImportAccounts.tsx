/** Roles by a list: a file is read here, looked at by the server line by line, and given as one act. */
import { useState } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { DropZone } from '#portal/parts/DropZone.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Mark } from '#portal/parts/Mark.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { formText, HEADINGS, linesOf } from './list-of-accounts.ts';
import { ACCOUNTS_STALE } from './stale.ts';

type Body = Acts['/accounts/import']['asked']['body'];
type Answer = Acts['/accounts/import']['answer'];
const TONE = { given: 'good', asked: 'wait', already: 'off', wrong: 'bad' } as const;

export function ImportAccounts() {
  const { t } = useWords();
  const [lines, setLines] = useState<Body['lines']>([]);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const send = useAct('/accounts/import', (body: Body) => ({ body }), ACCOUNTS_STALE);
  const look = async (file: File | null): Promise<void> => {
    if (!file) return;
    const read = linesOf(await file.text());
    setMissing('missing' in read ? read.missing : []);
    setLines('lines' in read ? read.lines : []);
    send.forget();
    if ('lines' in read && read.lines.length > 0) await send.go({ lines: read.lines, apply: false });
  };
  const form = `data:text/csv;charset=utf-8,${encodeURIComponent(formText())}`;
  const { answer } = send;
  return (
    <section className="panel stack" aria-labelledby="import-accounts">
      <h2 id="import-accounts">{t('accounts.import')}</h2>
      <p className="soft">
        {t('accounts.importWhat')}{' '}
        <a href={form} download="danh-sach-tai-khoan.csv">
          {t('accounts.importForm')}
        </a>
      </p>
      <DropZone variant="default" label={t('accounts.importChoose')} onFile={(file) => void look(file).catch(() => undefined)} />
      {missing.length > 0 && (
        <p className="note bad" role="alert">
          {t('accounts.importMissing', { columns: missing.join(', ') })}
        </p>
      )}
      {send.error !== null && <Failure error={send.error} />}
      {answer && <Lines answer={answer} lines={lines} />}
      {answer && !answer.applied && answer.counts.wrong === 0 && answer.counts.done > 0 && (
        <div className="actions">
          <Button loading={send.busy} onClick={() => void send.go({ lines, apply: true }).catch(() => undefined)} data-import>
            {t('accounts.importGo', { count: answer.counts.done })}
          </Button>
        </div>
      )}
    </section>
  );
}

function Lines({ answer, lines }: { readonly answer: Answer; readonly lines: Body['lines'] }) {
  const { t, localize } = useWords();
  const { received, done, already, wrong } = answer.counts;
  return (
    <>
      <p className={`note ${answer.applied ? 'good' : wrong > 0 ? 'bad' : ''}`} role="status">
        {t(answer.applied ? 'accounts.importDone' : 'accounts.importLook', { received, done, already, wrong })}
      </p>
      <TableScroll label={t('accounts.import')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('accounts.importLine')}</th>
              <th scope="col">{t('accounts.role')}</th>
              <th scope="col">{t('accounts.importOutcome')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.lines.map(({ line, outcome, column, problem }) => (
              <tr key={line}>
                <th scope="row">
                  {line}. {lines[line - 1]?.name}
                </th>
                <td>
                  {lines[line - 1]?.role} · {lines[line - 1]?.body}
                </td>
                <td>
                  <Mark tone={TONE[outcome]}>{t(`accounts.outcome.${outcome}`)}</Mark>{' '}
                  {problem && column && (
                    <>
                      {HEADINGS[column]}: {localize(problem.title)} {localize(problem.next)}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
