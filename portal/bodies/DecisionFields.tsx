/** The decision that a change rests on, and its scan. */
import { useState } from 'react';
import { newKey, sendFile } from '#portal/api/client.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { DropZone } from '#portal/parts/DropZone.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { DECISION_FIELDS } from './change-request.ts';
import type { TypedChange, TypedField } from './change-request.ts';

interface Props {
  readonly typed: TypedChange;
  readonly wrong: readonly TypedField[];
  readonly onType: (name: TypedField, value: string) => void;
  /** hash of the scan, once it is kept; null: it was taken away again */
  readonly onFile: (sha256: string | null) => void;
}

export function DecisionFields({ typed, wrong, onType, onFile }: Props) {
  const { t } = useWords();
  const [name, setName] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const keep = async (file: File | null): Promise<void> => {
    if (!file) return;
    setError(null);
    try {
      const kept = await sendFile('/body-changes/files', {}, file, newKey(), () => undefined).done;
      setName(file.name);
      onFile(kept.sha256);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <fieldset className="choices">
      <legend className="strong">{t('bodies.decision')}</legend>
      {DECISION_FIELDS.map((field) => (
        <TextInput
          key={field}
          name={field}
          label={t(`bodies.fields.${field}`)}
          description={field === 'day' ? t('bodies.dayHint') : field === 'word' ? t('bodies.wordHint') : undefined}
          value={typed[field]}
          required={field !== 'word'}
          autoComplete="off"
          error={wrong.includes(field) ? t(`bodies.wrong.${field}`) : undefined}
          onChange={(event) => onType(field, event.currentTarget.value)}
        />
      ))}
      {name === null ? (
        <DropZone variant="default" accept=".pdf,.jpg,.jpeg,.png" label={t('bodies.scan')} onFile={(file) => void keep(file)} />
      ) : (
        <p>
          {t('bodies.scanKept', { name })}{' '}
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              setName(null);
              onFile(null);
            }}
          >
            {t('bodies.scanAway')}
          </Button>
        </p>
      )}
      {error !== null && <Failure error={error} />}
    </fieldset>
  );
}
