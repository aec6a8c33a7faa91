/** Ends a card: the reason, what follows from it, a conscious yes. What the server refuses is told here, and nothing has ended. */
import { useState } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { Checkbox } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import type { CardEnded, EndReason, OfficerCard } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Reasons } from '#portal/parts/Reasons.tsx';

interface Props {
  readonly id: string;
  readonly card: OfficerCard;
  /** of a concurrent post: it ends by itself, unless the reason is one of mistrust */
  readonly alone: boolean;
  /** other cards hold beside it */
  readonly several: boolean;
  readonly reasons: readonly EndReason[];
  readonly onClose: () => void;
  /** `heldBack`: no card comes back until somebody else releases it */
  readonly onEnded: (ended: CardEnded, heldBack: boolean) => void;
}

export function EndCard({ id, card, alone, several, reasons, onClose, onEnded }: Props) {
  const { t, localize } = useWords();
  const end = useAct('/people/{id}/card/end', (reason: string) => ({ path: { id }, body: { reason, cardId: card.cardId } }), [
    ['person', id, 'card'],
    ['person', id, 'reads'],
  ]);
  const [reason, setReason] = useState('');
  const [sure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const go = (): void => {
    setAsked(true);
    if (reason === '' || !sure) return;
    end.go(reason).then(
      (ended) => onEnded(ended, reasons.find(({ code }) => code === reason)?.heldBack ?? false),
      () => undefined, // told below
    );
  };
  return (
    <Dialog title={t('card.endTitle', { number: card.number })} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Reasons
          legend={t('card.endWhy')}
          reasons={reasons.map(({ code, label, replaced, heldBack }) => ({
            code,
            text: (
              <>
                {localize(label)}
                <br />
                <span className="hint">{t(replaced ? 'card.endReplaced' : heldBack ? 'card.endHoldsBack' : 'card.endNotReplaced')}</span>
              </>
            ),
          }))}
          chosen={reason}
          onChoose={setReason}
          missing={asked && reason === '' ? t('card.endNoReason') : null}
        />
        {(alone || several) && <p className="hint">{t(alone ? 'card.endAlone' : 'card.endAll')}</p>}
        <Checkbox
          label={t('card.endSure')}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          error={asked && !sure ? t('card.endNotSure') : undefined}
        />
        {end.error != null && <Failure error={end.error} />}
        <div className="actions">
          <Button type="submit" loading={end.busy}>
            {t('card.endGo')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
