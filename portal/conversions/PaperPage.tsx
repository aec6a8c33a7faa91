/** /ban-giay/:number: what whoever holds a converted paper is told, and whether it is of the number printed on it. */
import { useParams } from 'react-router';
import { usePublicConversion } from '#portal/api/queries.ts';
import type { PublicConversion } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { isCv } from './is-cv.ts';
import { CheckPerson } from './CheckPerson.tsx';

export function PaperPage() {
  const { number = '' } = useParams();
  const { t } = useWords();
  const query = usePublicConversion(number);
  return (
    <>
      <PageTitle
        title={t(isCv(number) ? 'paper.titleCv' : 'paper.title', { number })}
        lead={t(isCv(number) ? 'paper.leadCv' : 'paper.lead')}
        back={{ to: '/kiem-tra-ban-giay', label: t('paper.other') }}
      />
      <Answered query={query}>{(paper) => <Paper paper={paper} />}</Answered>
    </>
  );
}

function Paper({ paper }: { readonly paper: PublicConversion }) {
  const { t } = useWords();
  const right = paper.signature === 'right';
  const cv = isCv(paper.number);
  return (
    <div className="stack">
      <section className={right ? 'note good' : 'note bad'} role="status">
        <h2>
          <Mark tone={right ? 'good' : 'bad'}>{t(right ? (cv ? 'paper.rightCv' : 'paper.right') : 'paper.wrong')}</Mark>
        </h2>
        <p>{t(right ? (cv ? 'paper.rightWhatCv' : 'paper.rightWhat') : 'paper.wrongWhat')}</p>
      </section>
      <dl className="panel pairs">
        <dt>{t(cv ? 'paper.bodyCv' : 'paper.body')}</dt>
        <dd>
          {paper.bodyName} ({paper.bodyCode})
        </dd>
        <dt>{t(cv ? 'paper.atCv' : 'paper.at')}</dt>
        <dd>{instantText(paper.at)}</dd>
        <dt>{t(cv ? 'paper.formCv' : 'paper.form')}</dt>
        <dd>{paper.formName}</dd>
        <dt>{t('paper.dataOf')}</dt>
        <dd>{dayText(paper.dataOf)}</dd>
        <dt>{t('paper.since')}</dt>
        <dd>
          {paper.record === 'changed' ? (
            <>
              <Mark tone="warn">{t('paper.changed')}</Mark>
              <br />
              {t('paper.changedWhat')}
            </>
          ) : (
            t(paper.record === 'gone' ? 'paper.gone' : 'paper.unchanged')
          )}
        </dd>
      </dl>
      {right && paper.record !== 'gone' && <CheckPerson number={paper.number} />}
    </div>
  );
}
