/** Where a value comes from, who confirmed it and when: one soft line. */
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import type { Origin, SourceBody } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { useConfirmation } from './use-confirmation.ts';

interface Props {
  readonly origin: Origin;
  readonly derived: boolean;
  /** said where the original is kept elsewhere */
  readonly sourceBody?: SourceBody;
}

export function OriginLine({ origin, derived, sourceBody }: Props) {
  const { t, texts, localize } = useWords();
  const confirmation = useConfirmation();
  const names = texts('source') as Readonly<Record<string, string>>;
  if (derived) return <span className="own-origin">{t('record.derived')}</span>;
  const source = origin.source === null ? null : (names[origin.source] ?? origin.source);
  const original = sourceBody?.kind === 'reference' ? t('record.original', { name: localize(sourceBody.name) }) : null;
  const confirmed = confirmation(origin, 'short');
  return (
    <span className="own-origin">
      {confirmed && <IconCheck className="icon own-good" size={14} role="img" aria-label={t('own.state.confirmed')} />}
      <span>{[confirmed ?? t('own.nobodyYet'), source, original].filter(Boolean).join(' · ')}</span>
    </span>
  );
}
