/** /phien-dang-nhap: where I am signed in, and ending it. */
import { Button } from '#portal/parts/Button.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { remove } from '#portal/api/client.ts';
import { useMySessions } from '#portal/api/queries.ts';
import type { MySession } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';

export function MySessions() {
  const { t } = useWords();
  const queries = useQueryClient();
  const query = useMySessions();
  const end = useMutation({
    mutationFn: (id: string) => remove('/my/sessions/{id}', { path: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['my-sessions'] }),
  });
  return (
    <>
      <PageTitle title={t('sessions.title')} lead={t('sessions.lead')} />
      <div className="stack">
        {end.error && <Failure error={end.error} />}
        {end.isSuccess && (
          <div className="note good" role="status">
            {t('sessions.ended')}
          </div>
        )}
        <Answered query={query} lines={3}>
          {(list) =>
            list.length === 0 ? (
              <div className="panel">
                <Empty title={t('sessions.empty')} next={t('sessions.emptyNext')} />
              </div>
            ) : (
              <div className="panel flush">
                <TableScroll label={t('sessions.title')}>
                  <table>
                    <thead>
                      <tr>
                        <th scope="col">{t('sessions.device')}</th>
                        <th scope="col">{t('sessions.started')}</th>
                        <th scope="col">{t('sessions.lastSeen')}</th>
                        <th scope="col">{t('sessions.expires')}</th>
                        <th scope="col">
                          <span className="hidden-text">{t('sessions.end')}</span>
                        </th>
                      </tr>
                    </thead>
                    <tbody>
                      {list.map((one) => (
                        <Row key={one.id} session={one} busy={end.isPending} onEnd={() => end.mutate(one.id)} />
                      ))}
                    </tbody>
                  </table>
                </TableScroll>
              </div>
            )
          }
        </Answered>
      </div>
    </>
  );
}

function Row({ session, busy, onEnd }: { readonly session: MySession; readonly busy: boolean; readonly onEnd: () => void }) {
  const { t } = useWords();
  return (
    <tr>
      <th scope="row">
        {session.agent || t('sessions.unknownDevice')} {session.current && <Mark tone="good">{t('sessions.current')}</Mark>}
      </th>
      <td className="tabular nowrap">{instantText(session.startedAt)}</td>
      <td className="tabular nowrap">{instantText(session.seenAt)}</td>
      <td className="tabular nowrap">{instantText(session.endsAt)}</td>
      <td>
        {!session.current && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            aria-label={t('sessions.endOf', { at: instantText(session.startedAt) })}
            onClick={onEnd}
          >
            {t('sessions.end')}
          </Button>
        )}
      </td>
    </tr>
  );
}
