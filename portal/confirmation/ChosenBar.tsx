/** What is done with the people ticked in the queue: a list of them, for each submission. Decision 0030 says how a list is signed. */
import { Button } from '#portal/parts/Button.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { useFormat } from '#portal/parts/use-format.ts';
import type { ChosenOfSubmission } from './chosen.ts';
import { addressOfList } from './clean-list.ts';

interface Props {
  readonly count: number;
  readonly lists: readonly ChosenOfSubmission[];
  readonly alone: number;
  readonly onNone: () => void;
}

export function ChosenBar({ count, lists, alone, onNone }: Props) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <div className="bar">
      <span className="tabular" role="status">
        {t('queue.chosen', { people: number(count) })}
        {alone > 0 && ` · ${t('queue.chosenAlone', { people: number(alone) })}`}
      </span>
      <span className="actions">
        <Button variant="default" onClick={onNone}>
          {t('queue.chooseNone')}
        </Button>
        {lists.map(({ submission, people }) => (
          <Button key={submission.submissionId} to={addressOfList(submission.submissionId)} state={{ chosen: people }}>
            {t('queue.listOf', { number: submission.uploadNumber, people: number(people.length) })}
          </Button>
        ))}
      </span>
    </div>
  );
}
