/** A question of a meeting, read into conditions that stand there to be seen, and answered by a report with number and hash. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import type { ReportReading } from '#portal/api/generated/api.ts';
import { useFirstBodyToReport } from '#portal/api/report-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { dayText } from '#portal/parts/format.ts';

/** The form whose figures answer: all, and by kind and sex. */
const FORM = 'R1';

export function AskOne() {
  const { t } = useWords();
  const [text, setText] = useState('');
  const read = useAct('/report-questions', (typed: string) => ({ body: { text: typed } }), []);
  return (
    <form
      className="panel stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim().length >= 3) read.go(text).catch(() => undefined); // shown below
      }}
    >
      <h2>{t('report.ask')}</h2>
      <TextInput
        label={t('report.question')}
        description={t('report.questionHint')}
        name="question"
        value={text}
        maxLength={300}
        onChange={(event) => {
          setText(event.currentTarget.value);
          read.forget();
        }}
      />
      <div className="actions">
        <Button type="submit" loading={read.busy}>
          {t('report.readIt')}
        </Button>
      </div>
      {read.error !== null && <Failure error={read.error} />}
      {read.answer && <Read reading={read.answer} />}
    </form>
  );
}

function Read({ reading: { where, validOn, read, unread } }: { readonly reading: ReportReading }) {
  const { t } = useWords();
  const go = useNavigate();
  const make = useAct(
    '/reports',
    (bodyId: string) => ({ body: { definition: FORM, bodyId, where: [...where], ...(validOn === null ? {} : { validOn }) } }),
    [['reports']],
  );
  const bodyId = useFirstBodyToReport();
  if (where.length === 0) return <div className="note warn">{t('report.nothingRead')}</div>;
  return (
    <div className="note" role="status">
      <p>{t('report.understood', { words: read.join(' · ') })}</p>
      {validOn !== null && (
        <p>
          {t('report.validOn')}: {dayText(validOn)}
        </p>
      )}
      {unread.length > 0 && <p>{t('report.notUnderstood', { words: unread.join(' · ') })}</p>}
      <Button
        loading={make.busy}
        disabled={bodyId === undefined}
        onClick={() => {
          if (bodyId !== undefined)
            make
              .go(bodyId)
              .then(({ number }) => go(`/bao-cao/${number}`))
              .catch(() => undefined); // shown below
        }}
      >
        {t('report.answerIt')}
      </Button>
      {make.error !== null && <Failure error={make.error} />}
    </div>
  );
}
