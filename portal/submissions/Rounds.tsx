/** Every file of a submission, the latest first: who brought it, what came of it, and the file itself. */
import { fileAddress } from '#portal/api/client.ts';
import type { Submission, SubmissionRound } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { instantText } from '#portal/parts/format.ts';
import { classOfFileName } from '#portal/parts/file-name.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { TONE_OF_STATE } from '#portal/parts/tones.ts';
import { useFormat } from '#portal/parts/use-format.ts';

interface Props {
  readonly submission: Submission;
  /** may the files themselves be taken along? */
  readonly seesFiles: boolean;
}

export function Rounds({ submission, seesFiles }: Props) {
  const { t } = useWords();
  const { number } = useFormat();
  const { rounds } = submission;
  // A submission of one file says all of it above, but for the file itself.
  if (rounds.length === 0 || (rounds.length === 1 && !seesFiles)) return null;
  const title = t('submission.rounds', { count: rounds.length });
  return (
    <details className="panel" open={submission.parts.earlier > 0}>
      <summary>{title}</summary>
      <TableScroll label={title}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('submission.round')}</th>
              <th scope="col">{t('submissions.state')}</th>
              <th scope="col" className="num">
                {t('counts.received')}
              </th>
              <th scope="col" className="num">
                {t('counts.accepted')}
              </th>
              <th scope="col">{t('submission.roundBy')}</th>
              {seesFiles && <th scope="col">{t('submission.roundFile')}</th>}
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <tr key={round.round} data-round={round.round}>
                <th scope="row">
                  {number(round.round)} · <span className={classOfFileName(round.fileName)}>{round.fileName}</span>
                </th>
                <td>
                  <Mark tone={TONE_OF_STATE[round.state]}>{t(`state.${round.state}`)}</Mark>
                </td>
                <td className="num" data-label={t('counts.received')}>
                  {submission.kind === 'portraits'
                    ? t('counts.ofPictures', { count: number(round.counts.received) })
                    : number(round.counts.received)}
                </td>
                <td className="num" data-label={t('counts.accepted')}>
                  {number(round.counts.accepted)}
                </td>
                <td data-label={t('submission.roundBy')}>
                  {round.sender && (
                    <>
                      {round.sender}
                      <br />
                    </>
                  )}
                  <span className="soft tabular">{instantText(round.at)}</span>
                  <br />
                  <span className="small">{t(`submission.scan.${round.scan}`)}</span>
                  {round.approvedBy && (
                    <>
                      <br />
                      <span className="small">{t('approval.approvedBy', { name: round.approvedBy })}</span>
                    </>
                  )}
                </td>
                {seesFiles && (
                  <td>
                    <Files id={submission.id} kind={submission.kind} round={round} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
}

function Files({
  id,
  kind,
  round: { round, state, counts },
}: {
  readonly id: string;
  readonly kind: string;
  readonly round: SubmissionRound;
}) {
  const { t } = useWords();
  const asked = { path: { id }, query: { round } };
  const marked = kind === 'workbook' && state !== 'reading' && state !== 'refused' && counts.accepted < counts.received;
  return (
    <span className="row">
      <a href={fileAddress('/submissions/{id}/original', asked)} download>
        {t('submission.original', { round })}
      </a>
      {marked && (
        <a href={fileAddress('/submissions/{id}/marked.xlsx', asked)} download>
          {t('submission.markedOf', { round })}
        </a>
      )}
    </span>
  );
}
