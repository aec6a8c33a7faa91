/** Releases somebody whose card is held back: why, by which paper. What the server refuses is told here, and nothing has changed. */
import { useState } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { CardReleased, ReleaseReason } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { Reasons } from '#portal/parts/Reasons.tsx';

interface Props {
  readonly id: string;
  readonly reasons: readonly ReleaseReason[];
  readonly onClose: () => void;
  readonly onReleased: (released: CardReleased) => void;
}

const PAPER_CHARS_MAX = 60;

export function ReleaseCard({ id, reasons, onClose, onReleased }: Props) {
  const { t, localize } = useWords();
  const release = useAct('/people/{id}/card/release', (body: { reason: string; paper: string }) => ({ path: { id }, body }), [
    ['person', id, 'card'],
    ['person', id, 'reads'],
    ['held-back-cards'],
  ]);
  const [reason, setReason] = useState('');
  const [paper, setPaper] = useState('');
  const [asked, setAsked] = useState(false);
  const go = (): void => {
    setAsked(true);
    if (reason === '' || paper.trim() === '') return;
    release.go({ reason, paper: paper.trim() }).then(
      onReleased,
      () => undefined, // told below
    );
  };
  return (
    <Dialog title={t('card.releaseTitle')} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <p>{t('card.releaseWhat')}</p>
        <Reasons
          legend={t('card.releaseWhy')}
          reasons={reasons.map(({ code, label }) => ({ code, text: localize(label) }))}
          chosen={reason}
          onChoose={setReason}
          missing={asked && reason === '' ? t('card.endNoReason') : null}
        />
        <TextInput
          label={t('card.releasePaper')}
          description={t('card.releasePaperHint')}
          maxLength={PAPER_CHARS_MAX}
          value={paper}
          onChange={(event) => setPaper(event.currentTarget.value)}
          error={asked && paper.trim() === '' ? t('card.releaseNoPaper') : undefined}
        />
        {release.error != null && <Failure error={release.error} />}
        <div className="actions">
          <Button type="submit" loading={release.busy}>
            {t('card.releaseGo')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
