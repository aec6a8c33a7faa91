/** The form of a notice that names the days off of a year: begins with what the law lets expect, or with the days as they stand. */
import { useState, type FormEvent } from 'react';
import type { AdditionList } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { NativeSelect, TextInput } from '#portal/parts/fields.tsx';
import type { EntryBody } from './addition-request.ts';
import { KINDS, noDay, typedDays, yearRequest, type Kind, type TypedDay, type WrongYear } from './year-request.ts';

interface Props {
  readonly year: AdditionList['year'];
  readonly send: string;
  readonly sent: string | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (entry: EntryBody) => Promise<unknown>;
}

const NOTHING_WRONG: WrongYear = { days: new Set(), names: new Set(), source: false };

export function YearForm({ year, send, sent, busy, error, onSend }: Props) {
  const { t } = useWords();
  const [lines, setLines] = useState(() => typedDays(year.days));
  const [source, setSource] = useState('');
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const change = (id: number, what: Partial<TypedDay>): void =>
    setLines(lines.map((line) => (line.id === id ? { ...line, ...what } : line)));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const request = yearRequest(year, lines, source);
    setWrong('wrong' in request ? request.wrong : NOTHING_WRONG);
    if ('body' in request) void onSend(request.body).catch(() => undefined); // the failure is shown
  };
  return (
    <form className="panel stack" onSubmit={submit} noValidate aria-label={t('lists.year.form', { year: year.year })}>
      <p className="soft">{t('lists.year.hint')}</p>
      {lines.map(({ id, day, kind, name }, at) => (
        <fieldset key={id} className="filters">
          <legend>{t('lists.year.line', { number: at + 1 })}</legend>
          <TextInput
            label={t('lists.year.day')}
            value={day}
            error={wrong.days.has(id) ? t('lists.year.wrong.day', { year: year.year }) : undefined}
            autoComplete="off"
            required
            onChange={(event) => change(id, { day: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('lists.year.kind')}
            value={kind}
            data={KINDS.map((one) => ({ value: one, label: t(`lists.year.kinds.${one}`) }))}
            onChange={(event) => change(id, { kind: event.currentTarget.value as Kind })}
          />
          <TextInput
            label={t('lists.year.what')}
            value={name}
            error={wrong.names.has(id) ? t('lists.year.wrong.name') : undefined}
            autoComplete="off"
            required
            onChange={(event) => change(id, { name: event.currentTarget.value })}
          />
          <div className="actions">
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('lists.year.removeLine', { number: at + 1 })}
              onClick={() => setLines(lines.filter((line) => line.id !== id))}
            >
              {t('lists.year.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className="actions">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setLines([...lines, noDay(Math.max(-1, ...lines.map((line) => line.id)) + 1)])}
        >
          {t('lists.year.add')}
        </Button>
      </div>
      <TextInput
        name="source"
        label={t('lists.year.source')}
        value={source}
        error={wrong.source ? t('lists.wrong.source') : undefined}
        autoComplete="off"
        required
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      {error !== null && <Failure error={error} />}
      {sent !== null && (
        <div className="note good" role="status">
          {sent}
        </div>
      )}
      <div className="actions">
        <Button type="submit" loading={busy}>
          {send}
        </Button>
      </div>
    </form>
  );
}
