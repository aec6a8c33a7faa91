/** On paper: when it was printed, and by whom. */
import { nowMs } from '#portal/clock.ts';
import { useSession } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { instantText } from '#portal/parts/format.ts';
import { usePrinting } from '#portal/parts/use-printing.ts';

export function PrintedAt() {
  const { t } = useWords();
  const { data: session } = useSession();
  if (!usePrinting()) return null;
  const at = instantText(new Date(nowMs()).toISOString());
  return (
    <p className="print-only small soft">
      {session?.person ? t('app.printedBy', { at, name: session.person.name }) : t('app.printedAt', { at })}
    </p>
  );
}
