/** /ho-so-gui/:id/doi-chieu: what will change, what the sender vouches for, and the sending. */
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useProblemGroups, useSubmission } from '#portal/api/queries.ts';
import type { Submission } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered, Waiting } from '#portal/parts/Answered.tsx';
import { CountsStrip } from '#portal/parts/CountsStrip.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { dayText } from '#portal/parts/format.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { AppliedSuggestions } from './AppliedSuggestions.tsx';
import { ComparedPeople } from './ComparedPeople.tsx';
import { Reading } from './Reading.tsx';
import { SubmitForm } from './SubmitForm.tsx';

export function CompareAndSubmit() {
  const { id = '' } = useParams();
  const { t } = useWords();
  return (
    <>
      <PageTitle
        title={t('compare.title')}
        lead={t('compare.lead')}
        back={{ to: `/ho-so-gui/${id}`, label: t('compare.toSubmission') }}
        actions={<a href="#gui">{t('compare.toForm')}</a>}
      />
      <Answered query={useSubmission(id)}>{(submission) => <Review submission={submission} />}</Answered>
    </>
  );
}

function Review({ submission }: { readonly submission: Submission }) {
  const { t } = useWords();
  const groups = useProblemGroups(submission.id, submission.state === 'checked');
  // Another day of the data is another check: the page waits for it, and says so when it is done.
  const [again, setAgain] = useState(false);
  if (submission.state === 'reading') {
    return (
      <div className="stack">
        {again && (
          <div className="note" role="status">
            {t('compare.again')}
          </div>
        )}
        <Reading progress={submission.progress} />
      </div>
    );
  }
  if (submission.state !== 'checked') {
    return (
      <div className="panel">
        <Empty title={t('compare.notCheckable')} next={t('compare.notCheckableNext')}>
          <Link to={`/ho-so-gui/${submission.id}`}>{t('compare.toSubmission')}</Link>
        </Empty>
      </div>
    );
  }
  if (!mayDo(submission, 'submission.submit')) {
    return (
      <div className="panel">
        <Empty title={t('compare.notMine')} next={t('compare.notMineNext')}>
          <Link to={`/ho-so-gui/${submission.id}`}>{t('compare.toSubmission')}</Link>
        </Empty>
      </div>
    );
  }
  return (
    <div className="stack">
      {again && (
        <div className="note good" role="status">
          {t('compare.againDone', { day: dayText(submission.asOf ?? '') })}
        </div>
      )}
      <CountsStrip counts={submission.counts} kind={submission.kind} />
      {submission.kind === 'workbook' && <AppliedSuggestions id={submission.id} />}
      <ComparedPeople id={submission.id} comparison={submission.comparison} />
      {groups.data ? (
        <SubmitForm submission={submission} groups={groups.data} onCheckAgain={() => setAgain(true)} />
      ) : groups.error ? (
        <Answered query={groups}>{() => null}</Answered>
      ) : (
        <Waiting />
      )}
    </div>
  );
}
