/** /ho-so-gui: what was sent, newest first. */
import { Link, useSearchParams } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { classOfFileName } from '#portal/parts/file-name.ts';
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs';
import { useSession, useSubmissions } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { FILTERS, stepAsked } from './next-step.ts';
import { PartsStrip } from './PartsStrip.tsx';
import { StateMark } from './StateMark.tsx';

export function Submissions() {
  const { t } = useWords();
  const { number } = useFormat();
  const [params, setParams] = useSearchParams();
  const step = stepAsked(params.get('can'));
  const query = useSubmissions(step);
  const mayUpload = mayDo(useSession().data, 'upload.create');
  return (
    <>
      <PageTitle
        title={t('submissions.title')}
        lead={t('submissions.lead')}
        actions={
          mayUpload && (
            <Button to="/nop-ho-so" leftSection={<IconUpload size={18} aria-hidden />}>
              {t('menu.upload')}
            </Button>
          )
        }
      />
      <div className="stack">
        <div className="row" role="group" aria-label={t('submissions.filter')}>
          {[null, ...FILTERS].map((one) => (
            <Button
              key={one ?? 'all'}
              size="compact-md"
              variant={one === step ? 'filled' : 'default'}
              aria-pressed={one === step}
              onClick={() => setParams(one === null ? {} : { can: one }, { replace: true })}
            >
              {t(one === null ? 'submissions.all' : `submissions.can.${one}`)}
            </Button>
          ))}
        </div>
        <Answered query={query}>
          {(data) => {
            const items = joined(data);
            if (items.length === 0 && step !== null)
              return (
                <div className="panel">
                  <Empty title={t('submissions.noneOfStep')} next={t('submissions.noneOfStepNext')} />
                </div>
              );
            if (items.length === 0)
              return (
                <div className="panel">
                  <Empty title={t('submissions.empty')} next={t(mayUpload ? 'submissions.emptyNext' : 'submissions.emptyOfOthers')}>
                    {mayUpload && <Link to="/nop-ho-so">{t('submissions.emptyDo')}</Link>}
                  </Empty>
                </div>
              );
            return (
              <div className="panel flush">
                <TableScroll label={t('submissions.title')}>
                  <table className="cards-on-phone">
                    <thead>
                      <tr>
                        <th scope="col">{t('submissions.file')}</th>
                        <th scope="col">{t('submissions.body')}</th>
                        <th scope="col">{t('submissions.state')}</th>
                        <th scope="col" className="num">
                          {t('counts.received')}
                        </th>
                        <th scope="col" className="num">
                          {t('counts.accepted')}
                        </th>
                        <th scope="col" className="num">
                          {t('counts.rejected')}
                        </th>
                        <th scope="col" className="num">
                          {t('counts.waiting')}
                        </th>
                        <th scope="col">{t('submissions.at')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {items.map((item) => (
                        <tr key={item.id}>
                          <th scope="row">
                            <Link to={`/ho-so-gui/${item.id}`} className={classOfFileName(item.fileName)}>
                              {item.fileName}
                            </Link>
                            <br />
                            <span className="small soft">{item.uploadNumber}</span>
                          </th>
                          <td data-label={t('submissions.body')}>{item.bodyName}</td>
                          <td>
                            <StateMark state={item.state} counts={item.counts} />
                            {/* Where all are in one place, the state says it. */}
                            {Object.values(item.parts).filter((people) => people > 0).length > 1 && <PartsStrip parts={item.parts} />}
                          </td>
                          <td className="num" data-label={t('counts.received')}>
                            {item.kind === 'portraits'
                              ? t('counts.ofPictures', { count: number(item.counts.received) })
                              : number(item.counts.received)}
                          </td>
                          <td className="num" data-label={t('counts.accepted')}>
                            {number(item.counts.accepted)}
                          </td>
                          <td className="num" data-label={t('counts.rejected')}>
                            {number(item.counts.rejected)}
                          </td>
                          <td className="num" data-label={t('counts.waiting')}>
                            {number(item.counts.waiting)}
                          </td>
                          <td className="nowrap tabular">{instantText(item.createdAt)}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </TableScroll>
                <MoreButton query={query} />
              </div>
            );
          }}
        </Answered>
      </div>
    </>
  );
}
