/** One or two lines below the name of a group: what is missing and why it matters, since when it waits, who confirmed. */
import type { MyGroupSummary } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { instantText } from '#portal/parts/format.ts';
import { useConfirmation } from './use-confirmation.ts';

interface Props {
  readonly group: MyGroupSummary;
  readonly detailed: boolean;
}

export function GroupNote({ group, detailed }: Props) {
  const { t, localize } = useWords();
  const confirmation = useConfirmation();
  const missing = group.missing.map(localize).join(', ');
  const lines = [
    missing === '' ? null : t('own.missing', { fields: missing }),
    group.since ? t(group.state === 'returned' ? 'own.returnedSince' : 'own.waitingSince', { at: instantText(group.since) }) : null,
    group.state === 'confirmed' ? confirmation(group) : null,
    detailed && missing !== '' ? localize(group.why) : null,
  ].filter((line) => line !== null);
  return lines.length === 0 ? null : (
    <span className="own-group-note small">
      {lines.map((line, index) => (
        <span key={index} className={index === 0 ? '' : 'soft'}>
          {line}
        </span>
      ))}
    </span>
  );
}
