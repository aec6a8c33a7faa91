/** /khoa-truy-cap: the passkeys that vouch for me, one more, one less. */
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { act, read, remove } from '#portal/api/client.ts';
import type { Acts } from '#portal/api/client.ts';
import type { MyPasskeys as Passkeys, Passkey } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure, signInAddress } from '#portal/parts/Failure.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { instantText } from '#portal/parts/format.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { askForPasskey } from './ask.ts';
import { createPasskey } from './webauthn.ts';
import type { DeviceRefusal } from './webauthn.ts';

const MINE = ['my-passkeys'] as const;

export function MyPasskeys() {
  const { t } = useWords();
  const [note, setNote] = useState<'addedNote' | 'removed' | null>(null);
  const query = useQuery({ queryKey: MINE, queryFn: ({ signal }) => read('/my/passkeys', {}, signal) });
  return (
    <>
      <PageTitle title={t('passkeys.title')} lead={t('passkeys.lead')} />
      <div className="stack">
        {note !== null && (
          <div className="note good" role="status">
            {t(`passkeys.${note}`)}
          </div>
        )}
        <Answered query={query} lines={3}>
          {(mine) => (
            <>
              <List passkeys={mine.items} onRemoved={() => setNote('removed')} />
              <Add adding={mine.adding} onAdded={() => setNote('addedNote')} />
            </>
          )}
        </Answered>
      </div>
    </>
  );
}

function List({ passkeys, onRemoved }: { readonly passkeys: readonly Passkey[]; readonly onRemoved: () => void }) {
  const { t } = useWords();
  if (passkeys.length === 0)
    return (
      <div className="panel">
        <Empty title={t('passkeys.none')} next={t('passkeys.noneNext')} />
      </div>
    );
  return (
    <div className="panel flush">
      <TableScroll label={t('passkeys.title')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('passkeys.name')}</th>
              <th scope="col">{t('passkeys.kept')}</th>
              <th scope="col">{t('passkeys.added')}</th>
              <th scope="col">{t('passkeys.used')}</th>
              {passkeys.length > 1 && (
                <th scope="col">
                  <span className="hidden-text">{t('passkeys.remove')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {passkeys.map((passkey) => (
              <tr key={passkey.id}>
                <th scope="row">{passkey.name}</th>
                <td data-label={t('passkeys.kept')}>{t(passkey.isSynced ? 'passkeys.synced' : 'passkeys.oneDevice')}</td>
                <td data-label={t('passkeys.added')} className="tabular nowrap">
                  {instantText(passkey.addedAt)}
                </td>
                <td data-label={t('passkeys.used')} className="tabular nowrap">
                  {passkey.usedAt === null ? t('passkeys.never') : instantText(passkey.usedAt)}
                </td>
                {passkeys.length > 1 && (
                  <td>
                    <Remove passkey={passkey} onRemoved={onRemoved} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}

function Remove({ passkey, onRemoved }: { readonly passkey: Passkey; readonly onRemoved: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const end = useMutation({
    mutationFn: () => remove('/my/passkeys/{id}', { path: { id: passkey.id } }),
    onSuccess: async () => {
      onRemoved();
      await queries.invalidateQueries({ queryKey: MINE });
    },
  });
  return (
    <>
      <button type="button" className="link" onClick={() => setAsking(true)}>
        {t('passkeys.remove')}
        <span className="hidden-text"> – {passkey.name}</span>
      </button>
      {asking && (
        <Dialog title={t('passkeys.remove')} onClose={() => setAsking(false)}>
          <div className="stack">
            <p className="strong">{passkey.name}</p>
            <p>{t('passkeys.removeWhat')}</p>
            {end.error !== null && <Failure error={end.error} />}
            <div className="actions">
              <Button loading={end.isPending} onClick={() => end.mutate()}>
                {t('passkeys.remove')}
              </Button>
              <Button variant="default" onClick={() => setAsking(false)}>
                {t('common.cancel')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}

function Add({ adding, onAdded }: { readonly adding: Passkeys['adding']; readonly onAdded: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<DeviceRefusal | null>(null);
  const add = useMutation({
    mutationFn: async () => {
      setRefusal(null);
      if (adding === 'step-up' && !(await askForPasskey())) return;
      const { options } = await act('/my/passkeys/challenge', {});
      const device = await createPasskey(options);
      if ('refusal' in device) return setRefusal(device.refusal);
      await act('/my/passkeys', { body: { name: name.trim(), answer: device.answer as Acts['/my/passkeys']['asked']['body']['answer'] } });
      setName('');
      onAdded();
      await Promise.all([MINE, ['session']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  const mayAdd = adding === 'first' || adding === 'again' || adding === 'step-up';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') add.mutate();
  };
  return (
    <div className="panel stack">
      <h2>{t('passkeys.add')}</h2>
      {adding !== 'first' && adding !== 'again' && <p>{t(`passkeys.why.${adding}`)}</p>}
      {adding === 'sign-in' && (
        <div>
          <Button href={signInAddress()}>{t('app.signIn')}</Button>
        </div>
      )}
      {mayAdd && (
        <form className="stack" onSubmit={submit}>
          <TextInput
            label={t('passkeys.name')}
            description={t('passkeys.nameHelp')}
            value={name}
            maxLength={60}
            required
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {refusal !== null && (
            <div className="note warn" role="alert">
              {t(`passkeys.device.${refusal}`)}
            </div>
          )}
          {add.error !== null && <Failure error={add.error} />}
          <div className="actions">
            <Button type="submit" loading={add.isPending}>
              {t('passkeys.addGo')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
