/** Contact of a body: what people of the body are shown when they need somebody. */
import { useState, type FormEvent } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { NativeSelect, TextInput } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useAdministeredBodies } from '#portal/api/oversight-queries.ts';
import { useBodyContact } from '#portal/api/queries.ts';
import type { BodyContact } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Failure } from '#portal/parts/Failure.tsx';

export function BodyContacts() {
  const { t } = useWords();
  const bodies = useAdministeredBodies();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Answered query={bodies} lines={3}>
      {(items) => {
        const bodyId = chosen ?? items[0]?.id;
        return (
          <div className="panel stack">
            <p className="soft">{t('accounts.contactWhat')}</p>
            <div className="form">
              <NativeSelect
                label={t('accounts.body')}
                value={bodyId}
                onChange={(event) => setChosen(event.currentTarget.value)}
                data={items.map(({ id, name }) => ({ value: id, label: name }))}
              />
              {bodyId !== undefined && <ContactOf key={bodyId} bodyId={bodyId} />}
            </div>
          </div>
        );
      }}
    </Answered>
  );
}

function ContactOf({ bodyId }: { readonly bodyId: string }) {
  return (
    <Answered query={useBodyContact(bodyId)} lines={3}>
      {(contact) => <ContactForm bodyId={bodyId} contact={contact} />}
    </Answered>
  );
}

const PARTS = ['phone', 'email', 'place'] as const;

function ContactForm({ bodyId, contact }: { readonly bodyId: string; readonly contact: BodyContact }) {
  const { t } = useWords();
  // A contact of the body above is shown, and not written down here.
  const isOwn = contact.body?.id === bodyId;
  const begin = { phone: '', email: '', place: '' };
  const [typed, setTyped] = useState(
    isOwn ? { phone: contact.phone ?? '', email: contact.email ?? '', place: contact.place ?? '' } : begin,
  );
  const send = useAct('/bodies/{id}/contact', (body: Acts['/bodies/{id}/contact']['asked']['body']) => ({ path: { id: bodyId }, body }), [
    ['contact'],
  ]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void send.go(typed).catch(() => undefined); // the failure is shown
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      {!isOwn && contact.body !== null && <p className="note">{t('accounts.contactOf', { name: contact.body.name })}</p>}
      {PARTS.map((part) => (
        <TextInput
          key={part}
          label={t(`accounts.contact.${part}`)}
          value={typed[part]}
          placeholder={isOwn ? '' : (contact[part] ?? '')}
          onChange={(event) => setTyped({ ...typed, [part]: event.currentTarget.value })}
          autoComplete="off"
        />
      ))}
      {send.error !== null && <Failure error={send.error} />}
      {send.isDone && (
        <div className="note good" role="status">
          {t('accounts.contactSet')}
        </div>
      )}
      <div className="actions">
        <Button type="submit" loading={send.busy}>
          {t('accounts.contactGo')}
        </Button>
      </div>
    </form>
  );
}
