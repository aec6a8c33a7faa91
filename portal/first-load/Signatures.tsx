/** What two people sign, with the warnings that each of them marks as read; who signed; the way back. */
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { OneFirstLoad } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Checkbox } from '#portal/parts/fields.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Textarea } from '#portal/parts/fields.tsx';
import { instantText } from '#portal/parts/format.ts';
import { useFormat } from '#portal/parts/use-format.ts';

export function Signatures({ load }: { readonly load: OneFirstLoad }) {
  const { t, localize } = useWords();
  const signs = (load.state === 'passed' || load.state === 'signed') && load.open && mayDo(load, 'item.confirm');
  const sendsBack = ['sampling', 'passed', 'signed'].includes(load.state) && mayDo(load, 'item.confirm');
  if (load.signatures.length === 0 && !signs && !sendsBack) return null;
  return (
    <section className="panel stack" aria-label={t('firstLoad.signatures')} data-signatures>
      <h2>{t('firstLoad.signatures')}</h2>
      <blockquote>{localize(load.says)}</blockquote>
      {load.signatures.length > 0 && (
        <ul className="plain stack tight">
          {load.signatures.map(({ name, at }) => (
            <li key={at}>
              <span className="strong">{name}</span> <span className="soft small tabular">{instantText(at)}</span>
            </li>
          ))}
        </ul>
      )}
      {signs && (load.mine ? <p className="note">{t('firstLoad.mine')}</p> : <Sign load={load} />)}
      {sendsBack && <SendBack load={load} />}
    </section>
  );
}

function Sign({ load }: { readonly load: OneFirstLoad }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const [read, setRead] = useState<readonly string[]>([]);
  const sign = useAct(
    '/first-loads/{id}/signatures',
    (codes: readonly string[]) => ({ path: { id: load.id }, body: { root: load.sample?.root ?? '', acknowledgedCodes: [...codes] } }),
    [['first-load', load.id], ['first-loads']],
  );
  const unread = load.warnings.filter(({ code }) => !read.includes(code));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void sign.go(read).catch(() => undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      {load.warnings.length > 0 && (
        <fieldset className="stack tight">
          <legend>{t('firstLoad.warnings')}</legend>
          {load.warnings.map(({ code, title, count }) => (
            <Checkbox
              key={code}
              label={`${localize(title)} (${number(count)})`}
              checked={read.includes(code)}
              onChange={(event) => setRead(event.currentTarget.checked ? [...read, code] : read.filter((one) => one !== code))}
            />
          ))}
        </fieldset>
      )}
      {sign.error != null && <Failure error={sign.error} />}
      <div className="actions">
        <Button type="submit" loading={sign.busy} disabled={unread.length > 0} data-sign>
          {t('firstLoad.sign', { people: number(load.people) })}
        </Button>
      </div>
    </form>
  );
}

function SendBack({ load }: { readonly load: OneFirstLoad }) {
  const { t } = useWords();
  const [note, setNote] = useState('');
  const back = useAct('/first-loads/{id}/send-back', (why: string) => ({ path: { id: load.id }, body: { note: why } }), [
    ['first-load', load.id],
    ['first-loads'],
  ]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void back.go(note.trim()).catch(() => undefined);
  };
  return (
    <details>
      <summary>{t('firstLoad.sendBack')}</summary>
      <form className="stack" onSubmit={submit}>
        <Textarea
          label={t('firstLoad.reason')}
          rows={2}
          minLength={3}
          maxLength={500}
          required
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {back.error != null && <Failure error={back.error} />}
        <div className="actions">
          <Button type="submit" variant="default" loading={back.busy}>
            {t('firstLoad.sendBack')}
          </Button>
        </div>
      </form>
    </details>
  );
}
