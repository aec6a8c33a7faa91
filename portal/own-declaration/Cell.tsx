/** One field of the form: a choice of a list, or what is typed, with the list to help where it is not closed. */
import { useId } from 'react';
import type { DeclarationForm, DraftProblem } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { NativeSelect, TextInput } from '#portal/parts/fields.tsx';

/** As many letters as the server takes. */
const LETTERS_MAX = 4000;

interface Props {
  readonly column: DeclarationForm['columns'][number];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly problems: readonly DraftProblem[];
}

export function Cell({ column, text, onText, problems }: Props) {
  const { t, localize } = useWords();
  const list = useId();
  const told = problems.map((one) => `${localize(one.title)} ${localize(one.next)}`).join(' ');
  const around = { label: localize(column.label), error: told === '' ? undefined : told, required: column.required };
  if (column.options === null || column.free)
    return (
      <>
        <TextInput
          {...around}
          description={localize(column.hint).replace(/^\(\*\) /, '')}
          maxLength={LETTERS_MAX}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          {...(column.options === null ? {} : { list, autoComplete: 'off' })}
        />
        {column.options !== null && (
          <datalist id={list}>
            {column.options.map((option) => (
              <option key={option} value={option} />
            ))}
          </datalist>
        )}
      </>
    );
  // What the record says may be of a list of before: it stays to be chosen.
  const options = text === '' || column.options.includes(text) ? column.options : [text, ...column.options];
  return (
    <NativeSelect
      {...around}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      data={[
        { value: '', label: t('declare.choose') },
        ...options.map((option) => ({ value: option, label: option.replace(/^\S+ – /, '') })),
      ]}
    />
  );
}
