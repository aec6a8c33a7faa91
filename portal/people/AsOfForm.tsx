/** Opens a dialogue for the two times of the page. */
import { useState } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import type { PersonRecord } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { dayText } from '#portal/parts/format.ts';
import { NOW, readAsOf, type AsOf, type AsOfWrong } from './as-of.ts';

interface Props {
  readonly record: PersonRecord;
  readonly asOf: AsOf;
  readonly onAsOf: (asOf: AsOf) => void;
}

export function AsOfForm({ record, asOf, onAsOf }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [validOn, setValidOn] = useState(dayText(asOf.validOn ?? record.validOn));
  const [knownAt, setKnownAt] = useState(asOf.knownAt === null ? '' : String(asOf.knownAt));
  const [wrong, setWrong] = useState<AsOfWrong | null>(null);
  const see = (): void => {
    const read = readAsOf({ validOn, knownAt });
    if ('wrong' in read) {
      setWrong(read.wrong);
      return;
    }
    setOpen(false);
    setWrong(null);
    onAsOf(read);
  };
  return (
    <>
      <Button variant="default" leftSection={<IconHistory size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('record.asOf')}
      </Button>
      {open && (
        <Dialog title={t('record.asOf')} onClose={() => setOpen(false)}>
          <form
            className="form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              see();
            }}
          >
            <TextInput
              label={t('record.validOn')}
              description={t('record.validOnHint')}
              inputMode="numeric"
              value={validOn}
              onChange={(event) => setValidOn(event.currentTarget.value)}
              error={wrong === 'validOnWrong' ? t('record.validOnWrong') : undefined}
            />
            <TextInput
              label={t('record.knownAt')}
              description={t('record.knownAtHint')}
              inputMode="numeric"
              value={knownAt}
              onChange={(event) => setKnownAt(event.currentTarget.value)}
              error={wrong === 'knownAtWrong' ? t('record.knownAtWrong') : undefined}
            />
            <div className="actions">
              <Button type="submit">{t('record.apply')}</Button>
              <Button
                variant="default"
                onClick={() => {
                  setOpen(false);
                  onAsOf(NOW);
                }}
              >
                {t('record.now')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
