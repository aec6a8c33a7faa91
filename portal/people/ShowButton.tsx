/** "Hiện": asks for one masked value, and says that the asking is logged. */
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import { useWords } from '#portal/language/use-words.ts';
import { useLocalizedProblem } from '#portal/parts/Failure.tsx';
import type { useUnmask } from './use-unmask.ts';

interface Props {
  readonly label: string;
  readonly field: string;
  readonly unmask: ReturnType<typeof useUnmask>;
}

export function ShowButton({ label, field, unmask }: Props) {
  const { t } = useWords();
  const problem = useLocalizedProblem(unmask.error);
  return (
    <>
      <button
        type="button"
        className="link nowrap"
        disabled={unmask.busy}
        title={t('record.showWhat')}
        aria-label={t('record.showField', { field: label })}
        onClick={() => unmask.ask(field)}
      >
        <IconEye className="icon" size={16} aria-hidden /> {t('record.show')}
      </button>
      {unmask.error != null && (
        <span className="field-error" role="alert">
          {problem.what} {problem.next}
        </span>
      )}
    </>
  );
}
