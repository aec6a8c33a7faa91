/** The form of an entry: of one that a list lacks, or as one that was added is to stand. Each field that cannot be sent so says what is wrong with it. */
import { Button } from '#portal/parts/Button.tsx';
import { NativeSelect, Textarea, TextInput } from '#portal/parts/fields.tsx';
import { useState, type FormEvent } from 'react';
import type { AdditionList } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { FIELDS, OPTIONAL, requestOf, type EntryBody, type FieldName, type Typed } from './addition-request.ts';

interface Props {
  readonly begin: Typed;
  /** lists to choose from; null: list and code stay what they are, and are not asked */
  readonly openLists: AdditionList['openLists'] | null;
  readonly send: string;
  readonly sent: string | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (entry: EntryBody) => Promise<unknown>;
}

export function EntryForm({ begin, openLists, send, sent, busy, error, onSend }: Props) {
  const { t, localize } = useWords();
  const [typed, setTyped] = useState(begin);
  const [wrong, setWrong] = useState<readonly FieldName[]>([]);
  const set = (name: FieldName, value: string): void => setTyped({ ...typed, [name]: value });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const request = requestOf(typed);
    setWrong('wrong' in request ? request.wrong : []);
    if ('wrong' in request) return;
    void onSend(request.body)
      .then(() => setTyped(begin))
      .catch(() => undefined); // the failure is shown
  };
  const field = (name: FieldName) => {
    const shared = {
      name,
      label: t(`lists.fields.${name}`),
      value: typed[name],
      error: wrong.includes(name) ? t(`lists.wrong.${name}`) : undefined,
      required: !OPTIONAL.has(name),
    };
    if (name === 'list')
      return (
        <NativeSelect
          key={name}
          {...shared}
          data={[
            { value: '', label: t('lists.choose') },
            ...(openLists ?? []).map(({ id, title }) => ({ value: id, label: localize(title) })),
          ]}
          onChange={(event) => set(name, event.currentTarget.value)}
        />
      );
    if (name === 'aliases') return <Textarea key={name} {...shared} onChange={(event) => set(name, event.currentTarget.value)} />;
    const hint = name === 'code' ? t('lists.hints.code') : name === 'validFrom' || name === 'lastDay' ? t('lists.hints.day') : undefined;
    return (
      <TextInput key={name} {...shared} description={hint} autoComplete="off" onChange={(event) => set(name, event.currentTarget.value)} />
    );
  };
  const asked = openLists === null ? FIELDS.filter((name) => name !== 'list' && name !== 'code') : FIELDS;
  return (
    <form className="panel form" onSubmit={submit} noValidate>
      {asked.map(field)}
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
