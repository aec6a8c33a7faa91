/** Asking: of which agency, whom, until when, on what ground; who declared already is asked with a reason alone. */
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import { RequestFailed, type Acts } from '#portal/api/client.ts';
import { useCallablePeople, useCallingBodies } from '#portal/api/declaration-call-queries.ts';
import type { DeclarationCallList } from '#portal/api/generated/api.ts';
import { isReason } from '#portal/exports/reason.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Checkbox, NativeSelect, Textarea, TextInput } from '#portal/parts/fields.tsx';
import { dayText } from '#portal/parts/format.ts';
import { useFormat } from '#portal/parts/use-format.ts';

type Asked = Acts['/declaration-calls']['asked']['body'];
const AGAIN = 'E-DECLARATION-CALL-AGAIN';

interface Typed {
  readonly body: string;
  readonly below: boolean;
  /** null: everybody who never declared */
  readonly people: readonly string[] | null;
  readonly lastDay: string;
  readonly ground: string;
  readonly again: string;
}

export function AskToDeclare({ days }: { readonly days: NonNullable<DeclarationCallList['days']> }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section className="panel stack">
      <div className="actions">
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('declarationCall.ask')}
        </Button>
      </div>
      {open && <Form days={days} />}
    </section>
  );
}

function Form({ days }: { readonly days: NonNullable<DeclarationCallList['days']> }) {
  const { t } = useWords();
  const { number } = useFormat();
  const bodies = useCallingBodies();
  const ask = useAct('/declaration-calls', (body: Asked) => ({ body }), [['declaration-calls'], ['legal-clocks'], ['duties']]);
  const [typed, setTyped] = useState<Typed>({ body: '', below: false, people: null, lastDay: days.from, ground: '', again: '' });
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const isRepeated = typed.again !== '' || (ask.error instanceof RequestFailed && ask.error.problem.code === AGAIN);
  const wrong = { ground: !isReason(typed.ground), again: isRepeated && !isReason(typed.again), people: typed.people?.length === 0 };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (wrong.ground || wrong.again || wrong.people || typed.body === '') return;
    const { body: bodyId, below, people, lastDay } = typed;
    void ask
      .go({
        bodyId,
        below,
        lastDay,
        ground: typed.ground.trim(),
        ...(people === null ? {} : { people: [...people] }),
        ...(isRepeated ? { again: typed.again.trim() } : {}),
      })
      .catch(() => undefined); // the failure is shown
  };
  if (ask.answer) {
    const { people, running, declared } = ask.answer;
    return (
      <p className="note" role="status" data-called>
        {t('declarationCall.done', { people: number(people), running: number(running), declared: number(declared) })}
      </p>
    );
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Answered query={bodies} lines={1}>
        {(list) => (
          <NativeSelect
            label={t('declarationCall.body')}
            value={typed.body}
            data={[
              { value: '', label: t('declarationCall.chooseBody') },
              ...list.map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` })),
            ]}
            onChange={(event) => change({ body: event.currentTarget.value, people: typed.people === null ? null : [] })}
          />
        )}
      </Answered>
      <Checkbox label={t('declarationCall.below')} checked={typed.below} onChange={() => change({ below: !typed.below })} />
      <NativeSelect
        label={t('declarationCall.who')}
        value={typed.people === null ? 'all' : 'some'}
        data={[
          { value: 'all', label: t('declarationCall.all') },
          { value: 'some', label: t('declarationCall.some') },
        ]}
        onChange={(event) => change({ people: event.currentTarget.value === 'all' ? null : [] })}
      />
      {typed.people !== null && typed.body !== '' && (
        <Choose body={typed.body} below={typed.below} chosen={typed.people} onChange={(people) => change({ people })} />
      )}
      {tried && wrong.people && <p className="field-error">{t('declarationCall.nobodyChosen')}</p>}
      <TextInput
        type="date"
        label={t('declarationCall.lastDay')}
        description={t('declarationCall.lastDayHint', { from: dayText(days.from), until: dayText(days.until) })}
        value={typed.lastDay}
        min={days.from}
        max={days.until}
        onChange={(event) => change({ lastDay: event.currentTarget.value })}
      />
      <Textarea
        label={t('declarationCall.ground')}
        description={t('declarationCall.groundHint')}
        value={typed.ground}
        maxLength={300}
        rows={2}
        error={tried && wrong.ground ? t('declarationCall.short') : undefined}
        onChange={(event) => change({ ground: event.currentTarget.value })}
        required
      />
      {ask.error !== null && <Failure error={ask.error} />}
      {isRepeated && (
        <Textarea
          label={t('declarationCall.again')}
          value={typed.again}
          maxLength={300}
          rows={2}
          error={tried && wrong.again && typed.again !== '' ? t('declarationCall.short') : undefined}
          onChange={(event) => change({ again: event.currentTarget.value })}
          required
        />
      )}
      <div className="actions">
        <Button type="submit" loading={ask.busy}>
          {t('declarationCall.send')}
        </Button>
      </div>
    </form>
  );
}

interface ChooseProps {
  readonly body: string;
  readonly below: boolean;
  readonly chosen: readonly string[];
  readonly onChange: (people: readonly string[]) => void;
}

function Choose({ body, below, chosen, onChange }: ChooseProps) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <Answered query={useCallablePeople(body, below)} lines={4}>
      {({ items, counts }) => (
        <fieldset className="stack tight" style={{ border: 0, margin: 0, padding: 0 }}>
          <legend className="soft">
            {t('declarationCall.counts', { never: number(counts.never), before: number(counts.before), running: number(counts.running) })}
          </legend>
          {items.map(({ personId, name, bodyName, standing }) => (
            <Checkbox
              key={personId}
              label={t(standing === 'before' ? 'declarationCall.personBefore' : 'declarationCall.person', { name, body: bodyName })}
              checked={chosen.includes(personId)}
              onChange={() => onChange(chosen.includes(personId) ? chosen.filter((id) => id !== personId) : [...chosen, personId])}
            />
          ))}
        </fieldset>
      )}
    </Answered>
  );
}
