/** The fields that say what an incident touches. */
import { useWords } from '#portal/language/use-words.ts';
import { Checkbox, TextInput } from '#portal/parts/fields.tsx';
import type { TypedScope } from './scope.ts';

interface Props {
  readonly typed: TypedScope;
  readonly onChange: (typed: TypedScope) => void;
  readonly wrongPeople: boolean;
}

export function ScopeFields({ typed, onChange, wrongPeople }: Props) {
  const { t } = useWords();
  return (
    <fieldset className="choices">
      <legend>{t('incident.touches')}</legend>
      {(['touchesSystem', 'touchesPeople'] as const).map((name) => (
        <Checkbox
          key={name}
          label={t(`incident.${name}`)}
          checked={typed[name]}
          onChange={(event) => onChange({ ...typed, [name]: event.currentTarget.checked })}
        />
      ))}
      {typed.touchesPeople && (
        <TextInput
          label={t('incident.people')}
          description={t('incident.peopleHint')}
          error={wrongPeople ? t('incident.wrong.people') : undefined}
          value={typed.people}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => onChange({ ...typed, people: event.currentTarget.value })}
        />
      )}
    </fieldset>
  );
}
