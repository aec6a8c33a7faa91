/** The changes of a body, the newest first: what, on which decision, who made it, who put it in force; and the body as it was believed before. */
import { useBodyHistory } from '#portal/api/body-queries.ts';
import { fileAddress } from '#portal/api/client.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { ChangeLines } from './ChangeLines.tsx';

export function BodyHistory({ id, onBefore }: { readonly id: string; readonly onBefore: (knownAt: number) => void }) {
  const { t } = useWords();
  return (
    <section className="panel" aria-labelledby="body-history">
      <h2 id="body-history">{t('bodies.history')}</h2>
      <Answered query={useBodyHistory(id)} lines={3}>
        {(items) => (
          <ol className="plain stack">
            {items.map((one) => (
              <li key={one.id} data-history={one.kind} className="stack tight">
                <p>
                  <strong>{t('bodies.takesEffect', { day: one.on === '1900-01-01' ? t('bodies.sinceEver') : dayText(one.on) })}</strong>
                  {one.kind === 'lien_he' && ` · ${t('bodies.contactChanged')}`}
                  {one.decision !== null && ` · ${one.decision}`}
                  {one.hasFile && (
                    <>
                      {' · '}
                      <a href={fileAddress('/body-changes/{id}/file', { path: { id: one.id } })}>{t('bodies.scanOpen')}</a>
                    </>
                  )}
                </p>
                {one.lines.length > 0 ? <ChangeLines lines={one.lines} /> : <p className="soft">{t('bodies.fromLists')}</p>}
                <p className="soft small">
                  {one.madeBy !== null && t('bodies.madeBy', { name: one.madeBy })}{' '}
                  {one.decidedBy !== null && t('bodies.decidedBy', { name: one.decidedBy })}{' '}
                  {one.decidedAt !== null && instantText(one.decidedAt)}
                </p>
                {one.decidedAt !== null && (
                  <div className="actions">
                    <Button size="compact-sm" variant="default" onClick={() => onBefore(one.knownAt - 1)}>
                      {t('bodies.asBefore')}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ol>
        )}
      </Answered>
    </section>
  );
}
