/** The record of somebody who has left: that it is closed, and, for who may, the way to open it for one change. */
import { useState } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { Textarea } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import type { PersonRecord } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Reasons } from '#portal/parts/Reasons.tsx';

/** As many characters as the server takes. */
const NOTE_CHARS_MAX = 500;

export function ClosedRecord({ record }: { readonly record: PersonRecord }) {
  const { t } = useWords();
  const mayReopen = mayDo(record, 'record.reopen');
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  if (done)
    return (
      <div className="note good" role="status">
        <h2>{t('record.reopenDone')}</h2>
        <p>{t('record.reopenDoneNext')}</p>
      </div>
    );
  if (!record.closed) return null;
  return (
    <div className="note warn row between">
      <div>
        <h2>{t('record.closed')}</h2>
        <p>
          {t('record.closedLead')} {!mayReopen && t('record.closedAsk')}
        </p>
      </div>
      {mayReopen && (
        <Button variant="default" onClick={() => setAsking(true)} data-reopen>
          {t('record.reopen')}
        </Button>
      )}
      {asking && (
        <Reopen
          record={record}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            setDone(true);
          }}
        />
      )}
    </div>
  );
}

interface Props {
  readonly record: PersonRecord;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Reopen({ record, onClose, onDone }: Props) {
  const { t, localize } = useWords();
  const reopen = useAct(
    '/people/{id}/reopenings',
    ({ reason, note }: { readonly reason: string; readonly note: string }) => ({
      path: { id: record.personId },
      body: note.trim() === '' ? { reason } : { reason, note: note.trim() },
    }),
    [['person', record.personId]],
  );
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const go = (): void => {
    setAsked(true);
    if (reason !== '') reopen.go({ reason, note }).then(onDone, () => undefined); // told below
  };
  return (
    <Dialog title={t('record.reopenTitle', { name: record.name })} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <p>{t('record.reopenLead')}</p>
        <Reasons
          legend={t('record.reopenWhy')}
          reasons={record.reopeningReasons.map(({ code, label }) => ({ code, text: localize(label) }))}
          chosen={reason}
          onChoose={setReason}
          missing={asked && reason === '' ? t('record.reopenNoReason') : null}
        />
        <Textarea
          label={t('record.reopenNote')}
          value={note}
          rows={2}
          maxLength={NOTE_CHARS_MAX}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {reopen.error != null && <Failure error={reopen.error} />}
        <div className="actions">
          <Button type="submit" loading={reopen.busy}>
            {t('record.reopen')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
