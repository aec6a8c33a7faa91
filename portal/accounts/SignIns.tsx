/** Sign-ins, sign-outs and refusals of the administrator's staff, newest first, thirty days. */
import { useSignIns } from '#portal/api/oversight-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';

export function SignIns() {
  const { t, localize } = useWords();
  return (
    <Answered query={useSignIns()} lines={8}>
      {(signIns) =>
        signIns.length === 0 ? (
          <div className="panel">
            <Empty title={t('accounts.noSignIns')} next={t('accounts.noSignInsNext')} />
          </div>
        ) : (
          <div className="panel flush">
            <div className="panel-head">
              <p className="soft">{t('accounts.signInsWhat')}</p>
            </div>
            <TableScroll label={t('accounts.part.signIns')}>
              <table className="cards-on-phone">
                <thead>
                  <tr>
                    <th scope="col">{t('audit.at')}</th>
                    <th scope="col">{t('accounts.name')}</th>
                    <th scope="col">{t('audit.kind')}</th>
                  </tr>
                </thead>
                <tbody>
                  {signIns.map((one) => (
                    <tr key={one.id}>
                      <td className="tabular nowrap">{instantText(one.at)}</td>
                      <td>{one.name}</td>
                      <td>{one.act === 'session.refused' ? <Mark tone="bad">{localize(one.actName)}</Mark> : localize(one.actName)}</td>
                    </tr>
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
