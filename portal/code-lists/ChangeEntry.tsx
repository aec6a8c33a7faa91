/** What an administrator asks about an entry that stands: its last day, or how it is to stand. */
import { Button } from '#portal/parts/Button.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import type { ListAddition } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { endingOf, typedOf, type EndingField, type EntryBody } from './addition-request.ts';
import { EntryForm } from './EntryForm.tsx';
import { STALE } from './stale.ts';
import { yearOf } from './year-request.ts';
import { YearForm } from './YearForm.tsx';

const WAYS = ['end', 'correct'] as const;

export function ChangeEntry({ request }: { readonly request: ListAddition }) {
  const { t } = useWords();
  const [way, setWay] = useState<(typeof WAYS)[number] | null>(null);
  return (
    <div className="stack">
      <div className="actions">
        {WAYS.filter((one) => one !== 'end' || request.days === null).map((one) => (
          <Button
            key={one}
            size="compact-sm"
            variant="default"
            aria-expanded={way === one}
            onClick={() => setWay(way === one ? null : one)}
          >
            {t(`lists.change.${one}`)}
          </Button>
        ))}
      </div>
      {way === 'end' && <End id={request.id} />}
      {way === 'correct' && <Correct request={request} />}
    </div>
  );
}

function Correct({ request }: { readonly request: ListAddition }) {
  const { t } = useWords();
  const correct = useAct(
    '/list-additions/{id}/correction',
    (body: Acts['/list-additions/{id}/correction']['asked']['body']) => ({ path: { id: request.id }, body }),
    STALE,
  );
  const form = {
    send: t('lists.change.send'),
    sent: null,
    busy: correct.busy,
    error: correct.error,
    onSend: ({ list: _list, code: _code, ...entry }: EntryBody) => correct.go(entry),
  };
  const year = yearOf(request);
  return year ? <YearForm year={year} {...form} /> : <EntryForm begin={typedOf(request)} openLists={null} {...form} />;
}

function End({ id }: { readonly id: string }) {
  const { t } = useWords();
  const end = useAct(
    '/list-additions/{id}/ending',
    (body: Acts['/list-additions/{id}/ending']['asked']['body']) => ({ path: { id }, body }),
    STALE,
  );
  const [typed, setTyped] = useState({ lastDay: '', source: '' });
  const [wrong, setWrong] = useState<readonly EndingField[]>([]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const request = endingOf(typed);
    setWrong('wrong' in request ? request.wrong : []);
    if ('body' in request) void end.go(request.body).catch(() => undefined); // the failure is shown
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      {(['lastDay', 'source'] as const).map((name) => (
        <TextInput
          key={name}
          name={name}
          label={t(`lists.ending.${name}`)}
          description={name === 'lastDay' ? t('lists.hints.day') : undefined}
          error={wrong.includes(name) ? t(`lists.ending.wrong.${name}`) : undefined}
          value={typed[name]}
          autoComplete="off"
          required
          onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
        />
      ))}
      {end.error !== null && <Failure error={end.error} />}
      <div className="actions">
        <Button type="submit" loading={end.busy}>
          {t('lists.change.send')}
        </Button>
      </div>
    </form>
  );
}
