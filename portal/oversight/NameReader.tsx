/** "Cho biết ai đã xem": the name behind one reading, for a purpose and a reason, which stand in the log. */
import { useState, type FormEvent } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { NativeSelect, Textarea } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import type { NamedReader } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { instantText } from '#portal/parts/format.ts';
import { REASON_LETTERS_MIN } from './limits.ts';
import { useRoleNames } from './use-role-names.ts';

type Purpose = Acts['/audit/readers']['asked']['body']['purpose'];

export function NameReader({ eventId, purpose }: { readonly eventId: string; readonly purpose: Purpose }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="link nowrap" onClick={() => setAsking(true)} data-name-reader>
        {t('oversight.name')}
      </button>
      {asking && (
        <Dialog title={t('oversight.name')} onClose={() => setAsking(false)}>
          <AskName eventId={eventId} purpose={purpose} />
        </Dialog>
      )}
    </>
  );
}

function AskName({ eventId, purpose: begin }: { readonly eventId: string; readonly purpose: Purpose }) {
  const { t } = useWords();
  const ask = useAct('/audit/readers', (body: Acts['/audit/readers']['asked']['body']) => ({ body }), []);
  const [purpose, setPurpose] = useState<Purpose>(begin);
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const isShort = reason.trim().length < REASON_LETTERS_MIN;
    setShort(isShort);
    if (!isShort) void ask.go({ eventId, purpose, reason: reason.trim() }).catch(() => undefined); // the failure is shown
  };
  if (ask.answer) return <Named reader={ask.answer} />;
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>{t('oversight.nameWhat')}</p>
      <NativeSelect
        label={t('audit.purpose')}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value as Purpose)}
        data={(['SUPERVISE', 'DISPUTE'] as const).map((value) => ({ value, label: t(`purpose.${value}`) }))}
      />
      <Textarea
        label={t('oversight.reason')}
        description={t('oversight.reasonHint')}
        rows={3}
        maxLength={1000}
        value={reason}
        error={short ? t('oversight.reasonShort') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
      />
      {ask.error !== null && <Failure error={ask.error} />}
      <div className="actions">
        <Button type="submit" loading={ask.busy}>
          {t('oversight.nameGo')}
        </Button>
      </div>
    </form>
  );
}

function Named({ reader }: { readonly reader: NamedReader }) {
  const { t, localize } = useWords();
  const roles = useRoleNames();
  return (
    <div className="stack tight" role="status" data-named>
      <p className="strong">{reader.name}</p>
      <p>
        {roles(reader.roles)}
        {reader.body && ` · ${reader.body.name}`}
      </p>
      <p className="soft">
        {localize(reader.actName)} · {instantText(reader.at)}
      </p>
      <p className="hint">{t('oversight.named')}</p>
    </div>
  );
}
