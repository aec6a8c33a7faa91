/** Why people are taken along: the purpose, and the reason in words. */
import type { Acts } from '#portal/api/client.ts';
import { useWords } from '#portal/language/use-words.ts';
import { NativeSelect, Textarea } from '#portal/parts/fields.tsx';

export type Purpose = Acts['/exports']['asked']['body']['purpose'];
/** Those that are chosen; a template says its own. */
const PURPOSES: readonly Purpose[] = ['CONSULT', 'SUPERVISE', 'STATISTICS', 'CORRECT'];

interface Said {
  readonly purpose: Purpose;
  readonly reason: string;
}

export function PurposeAndReason({
  said,
  wrong,
  onSay,
}: {
  readonly said: Said;
  readonly wrong: boolean;
  readonly onSay: (said: Said) => void;
}) {
  const { t } = useWords();
  return (
    <>
      <NativeSelect
        label={t('exports.purpose')}
        value={said.purpose}
        onChange={(event) => onSay({ ...said, purpose: event.currentTarget.value as Purpose })}
        data={PURPOSES.map((one) => ({ value: one, label: t(`exports.purposes.${one}`) }))}
      />
      <Textarea
        label={t('exports.reason')}
        value={said.reason}
        maxLength={300}
        rows={3}
        error={wrong ? t('exports.reasonShort') : undefined}
        onChange={(event) => onSay({ ...said, reason: event.currentTarget.value })}
        required
      />
    </>
  );
}
