/** One value of my record: hidden numbers are shown when asked for; below it where it comes from and who confirmed it. */
import type { RecordField } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { ComparedLine } from '#portal/people/ComparedLine.tsx';
import { CorrectThere } from '#portal/people/CorrectThere.tsx';
import { ShowButton } from '#portal/people/ShowButton.tsx';
import { OriginLine } from './OriginLine.tsx';
import { useAsk } from './use-ask.ts';

export function OwnField({ field }: { readonly field: RecordField }) {
  const { t, localize } = useWords();
  const hidden = useAsk();
  const label = localize(field.label);
  const text = hidden.text ?? localize(field.display);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="break own-value">{text === '' ? t('common.notStated') : text}</span>{' '}
        {field.masked && hidden.text === null && <ShowButton label={label} unmask={hidden} field={field.key} />}
        <OriginLine origin={field.origin} derived={field.derived} sourceBody={field.sourceBody} />
        <ComparedLine compared={field.compared} /> <CorrectThere field={field} />
      </dd>
    </div>
  );
}
