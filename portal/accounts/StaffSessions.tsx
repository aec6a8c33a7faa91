/** Who of the administrator's bodies is signed in now; a session is ended at a press. */
import { Button } from '#portal/parts/Button.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { remove } from '#portal/api/client.ts';
import { useStaffSessions } from '#portal/api/oversight-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { instantText } from '#portal/parts/format.ts';
import { TableScroll } from '#portal/parts/TableScroll.tsx';

export function StaffSessions() {
  const { t } = useWords();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (id: string) => remove('/staff/sessions/{id}', { path: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['staff'] }),
  });
  return (
    <>
      {end.error && <Failure error={end.error} />}
      <Answered query={useStaffSessions()} lines={5}>
        {(sessions) =>
          sessions.length === 0 ? (
            <div className="panel">
              <Empty title={t('accounts.noSessions')} next={t('accounts.noSessionsNext')} />
            </div>
          ) : (
            <div className="panel flush">
              <TableScroll label={t('accounts.part.sessions')}>
                <table className="cards-on-phone">
                  <thead>
                    <tr>
                      <th scope="col">{t('accounts.name')}</th>
                      <th scope="col">{t('sessions.device')}</th>
                      <th scope="col">{t('sessions.started')}</th>
                      <th scope="col">{t('sessions.lastSeen')}</th>
                      <th scope="col">{t('accounts.acts')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {sessions.map((one) => (
                      <tr key={one.id}>
                        <th scope="row">{one.name}</th>
                        <td data-label={t('sessions.device')}>{one.agent || t('sessions.unknownDevice')}</td>
                        <td data-label={t('sessions.started')} className="tabular nowrap">
                          {instantText(one.startedAt)}
                        </td>
                        <td data-label={t('sessions.lastSeen')} className="tabular nowrap">
                          {instantText(one.seenAt)}
                        </td>
                        <td>
                          <Button size="compact-sm" variant="default" disabled={end.isPending} onClick={() => end.mutate(one.id)}>
                            {t('sessions.end')}
                            <span className="hidden-text"> – {one.name}</span>
                          </Button>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableScroll>
            </div>
          )
        }
      </Answered>
    </>
  );
}
