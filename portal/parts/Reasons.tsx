/** One reason out of several, and what is said when none was chosen. */
import type { ReactNode } from 'react';

interface Props {
  readonly legend: string;
  readonly reasons: readonly { readonly code: string; readonly text: ReactNode }[];
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
  /** said when somebody went on without one; null until then */
  readonly missing: string | null;
}

export function Reasons({ legend, reasons, chosen, onChoose, missing }: Props) {
  return (
    <fieldset className="choices" aria-describedby={missing === null ? undefined : 'no-reason'}>
      <legend>{legend}</legend>
      {reasons.map(({ code, text }) => (
        <label key={code}>
          <input type="radio" name="reason" value={code} checked={chosen === code} onChange={() => onChoose(code)} />
          <span>{text}</span>
        </label>
      ))}
      {missing !== null && (
        <p id="no-reason" className="field-error" role="alert">
          {missing}
        </p>
      )}
    </fieldset>
  );
}
