/** /ho-so-gui/:id/doi-chieu: what will change, what the sender vouches for, and the sending. */
import { Link, useParams } from 'react-router';
import { useProblemGroups, useSubmission } from '#portal/api/queries.ts';
import type { Submission } from '#portal/api/shapes.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered, Waiting } from '#portal/parts/Answered.tsx';
import { CountsStrip } from '#portal/parts/CountsStrip.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { ComparedPeople } from './ComparedPeople.tsx';
import { SubmitForm } from './SubmitForm.tsx';

export function CompareAndSubmit() {
  const { id = '' } = useParams();
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('compare.title')} lead={t('compare.lead')} back={{ to: `/ho-so-gui/${id}`, label: t('compare.toSubmission') }} />
      <Answered query={useSubmission(id)}>{(submission) => <Review submission={submission} />}</Answered>
    </>
  );
}

function Review({ submission }: { readonly submission: Submission }) {
  const { t } = useWords();
  const groups = useProblemGroups(submission.id, submission.state === 'checked');
  if (submission.state !== 'checked') {
    return (
      <div className="panel">
        <Empty title={t('compare.notCheckable')} next={t('compare.notCheckableNext')}>
          <Link to={`/ho-so-gui/${submission.id}`}>{t('compare.toSubmission')}</Link>
        </Empty>
      </div>
    );
  }
  return (
    <div className="stack">
      <CountsStrip counts={submission.counts} />
      <ComparedPeople id={submission.id} comparison={submission.comparison} />
      {groups.data ? (
        <SubmitForm submission={submission} groups={groups.data} />
      ) : groups.error ? (
        <Answered query={groups}>{() => null}</Answered>
      ) : (
        <Waiting />
      )}
    </div>
  );
}
