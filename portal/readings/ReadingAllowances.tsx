/** /xem-them: asking to see more records than a role allows, with a reason; and granting it to somebody else. */
import { Button } from '#portal/parts/Button.tsx';
import { Textarea, TextInput } from '#portal/parts/fields.tsx';
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useReadingAllowances } from '#portal/api/oversight-queries.ts';
import type { ReadingAllowance } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';

const STALE = [['reading-allowances']] as const;
const REASON_LETTERS_MIN = 10;

export function ReadingAllowances() {
  const { t } = useWords();
  const query = useReadingAllowances();
  const decide = useAct(
    '/reading-allowances/{id}/decision',
    ({ id, granted }: { readonly id: string; readonly granted: boolean }) => ({ path: { id }, body: { granted } }),
    STALE,
  );
  return (
    <>
      <PageTitle title={t('readings.title')} lead={t('readings.lead')} />
      <div className="stack">
        {decide.error !== null && <Failure error={decide.error} />}
        <AskForm />
        <Answered query={query} lines={3}>
          {({ items, mayDecide }) =>
            items.length === 0 ? (
              <div className="panel">
                <Empty title={t('readings.empty')} next={t('readings.emptyNext')} />
              </div>
            ) : (
              <ul className="panel">
                {items.map((one) => (
                  <RequestRow
                    key={one.id}
                    request={one}
                    busy={decide.busy}
                    mayDecide={mayDecide}
                    onDecide={(granted) => void decide.go({ id: one.id, granted }).catch(() => undefined)}
                  />
                ))}
              </ul>
            )
          }
        </Answered>
      </div>
    </>
  );
}

function AskForm() {
  const { t } = useWords();
  const ask = useAct('/reading-allowances', (body: Acts['/reading-allowances']['asked']['body']) => ({ body }), STALE);
  const [short, setShort] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const reason = String(given.get('reason') ?? '').trim();
    setShort(reason.length < REASON_LETTERS_MIN);
    if (reason.length < REASON_LETTERS_MIN) return;
    void ask
      .go({ people: Number(given.get('people')), hours: Number(given.get('hours')), reason })
      .then(() => form.reset())
      .catch(() => undefined); // the failure is shown
  };
  return (
    <form className="panel stack" onSubmit={submit} noValidate>
      {ask.error !== null && <Failure error={ask.error} />}
      {ask.answer && (
        <div className="note good" role="status">
          {t('readings.asked')}
        </div>
      )}
      <div className="form">
        <TextInput label={t('readings.people')} name="people" type="number" min={1} max={100_000} defaultValue={200} required />
        <TextInput label={t('readings.hours')} name="hours" type="number" min={1} max={72} defaultValue={8} required />
        <Textarea
          label={t('readings.reason')}
          name="reason"
          rows={3}
          maxLength={500}
          error={short ? t('readings.reasonShort') : undefined}
          required
        />
        <div className="actions">
          <Button type="submit" loading={ask.busy}>
            {t('readings.ask')}
          </Button>
        </div>
      </div>
    </form>
  );
}

function RequestRow({
  request,
  busy,
  mayDecide,
  onDecide,
}: {
  readonly request: ReadingAllowance;
  readonly busy: boolean;
  readonly mayDecide: boolean;
  readonly onDecide: (granted: boolean) => void;
}) {
  const { t } = useWords();
  const state = request.granted === null ? 'waits' : request.granted ? 'granted' : 'refused';
  return (
    <li>
      <p>
        <strong>{request.mine ? t('readings.mine') : request.name}</strong>{' '}
        <Mark tone={state === 'granted' ? 'good' : state === 'refused' ? 'bad' : 'warn'}>{t(`readings.${state}`)}</Mark>
      </p>
      <p>{t('readings.request', { people: request.people, hours: request.hours, at: instantText(request.askedAt) })}</p>
      <p>{request.reason}</p>
      {mayDecide && !request.mine && request.granted === null && (
        <p>
          <Button size="compact-sm" disabled={busy} onClick={() => onDecide(true)}>
            {t('readings.grant')}
          </Button>{' '}
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onDecide(false)}>
            {t('readings.refuse')}
          </Button>
        </p>
      )}
    </li>
  );
}
