/** /nghia-vu: what the law asks of an agency, met, late or not known, each with the way to the list that mends it. Numbers alone. */
import { Fragment } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useDuties } from '#portal/api/oversight-queries.ts';
import type { DutyPage, DutyRow } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { isId } from '#portal/parts/codes-in-address.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';

export function Duties() {
  const { t } = useWords();
  const [params] = useSearchParams();
  const asked = params.get('co-quan');
  const query = useDuties(asked !== null && isId(asked) ? asked : null);
  return (
    <>
      <PageTitle title={t('duty.title')} lead={t('duty.lead')} />
      <Answered query={query} lines={8}>
        {(page) => (
          <div className="stack">
            <Path path={page.path} />
            <Rows duties={page.duties} />
            {page.below.length > 0 && <Below below={page.below} />}
          </div>
        )}
      </Answered>
    </>
  );
}

const addressOf = (id: string): string => `/nghia-vu?co-quan=${id}`;

function Path({ path }: Pick<DutyPage, 'path'>) {
  const { t } = useWords();
  return (
    <nav aria-label={t('duty.path')}>
      {path.map(({ id, name }, at) => (
        <Fragment key={id}>
          {at > 0 && ' › '}
          {at < path.length - 1 ? <Link to={addressOf(id)}>{name}</Link> : <span aria-current="page">{name}</span>}
        </Fragment>
      ))}
    </nav>
  );
}

const TONES = { met: 'good', late: 'bad', nothing: 'wait', unknown: 'wait' } as const;

function Rows({ duties }: Pick<DutyPage, 'duties'>) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const count = (state: DutyRow['state']): string => number(duties.filter((duty) => duty.state === state).length);
  return (
    <section className="panel flush" aria-labelledby="duties">
      <div className="panel-head">
        <h2 id="duties" role="status">
          {t('duty.sum', { met: count('met'), late: count('late'), nothing: count('nothing'), unknown: count('unknown') })}
        </h2>
      </div>
      <TableScroll label={t('duty.title')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col" style={{ width: '50%' }}>
                {t('duty.duty')}
              </th>
              <th scope="col">{t('duty.state')}</th>
              <th scope="col">{t('duty.number')}</th>
            </tr>
          </thead>
          <tbody>
            {duties.map((duty) => (
              <tr key={duty.code} data-duty={duty.code}>
                <th scope="row">
                  {localize(duty.title)}
                  <div className="small soft">
                    {duty.law}
                    {duty.confidence === 'uncertain' && ` (${t('duty.unsure')})`}
                  </div>
                </th>
                <td data-label={t('duty.state')}>
                  <Mark tone={TONES[duty.state]}>{t(`duty.${duty.state}`)}</Mark>
                </td>
                <td data-label={t('duty.number')}>
                  <Figure duty={duty} />
                  <div className="small soft">{localize(duty.how)}</div>
                  {duty.href !== null && (
                    <Link to={duty.href} aria-label={`${t('duty.see')}: ${localize(duty.title)}`}>
                      {t('duty.see')}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Figure({ duty: { state, late, total } }: { readonly duty: DutyRow }) {
  const { t } = useWords();
  const { number } = useFormat();
  if (late === null || total === null) return <span className="soft">{t('duty.notMeasured')}</span>;
  if (state === 'unknown' || state === 'nothing') return <span className="soft">{t('duty.nothingYet')}</span>;
  return <span className="tabular">{t('duty.of', { late: number(late), total: number(total) })}</span>;
}

function Below({ below }: Pick<DutyPage, 'below'>) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <section className="panel flush" aria-labelledby="duties-below">
      <div className="panel-head">
        <h2 id="duties-below">{t('duty.below')}</h2>
      </div>
      <TableScroll label={t('duty.below')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('duty.body')}</th>
              <th scope="col" className="num">
                {t('duty.lateDuties')}
              </th>
            </tr>
          </thead>
          <tbody>
            {below.map(({ body, late }) => (
              <tr key={body.id}>
                <th scope="row">
                  <Link to={addressOf(body.id)}>{body.name}</Link>
                </th>
                <td className="num" data-label={t('duty.lateDuties')}>
                  {late > 0 ? <Mark tone="bad">{number(late)}</Mark> : number(late)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
