/** Checks one proof here in the browser, by the file that outsiders run themselves; a head that was verified is told to the log. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { Textarea, TextInput } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import { useAuditKey, useBundle } from '#portal/api/oversight-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import type { Checked } from './check-bundle.ts';

const TONE = { proven: 'good', forged: 'bad', incomplete: 'warn' } as const satisfies Record<Checked['outcome'], string>;

/** @param eventId  a row whose proof is fetched and checked at once; null = the reader chooses a file */
export function CheckBundle({ eventId }: { readonly eventId: string | null }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const ofServer = useAuditKey();
  const [file, setFile] = useState<string | null>(null);
  const [ownKey, setOwnKey] = useState('');
  const [held, setHeld] = useState('');
  const [checked, setChecked] = useState<(Checked & { readonly size: number | null }) | null>(null);
  const tell = useAct('/audit/verified-checkpoints', (size: number) => ({ body: { size } }), [['home']]);
  const key = ownKey.trim() === '' ? (ofServer.data ?? '') : ownKey;
  const check = async (text: string): Promise<void> => {
    const { checkBundle, sizeOfHead } = await import('./check-bundle.ts');
    const found = checkBundle(text, key, held);
    setChecked({ ...found, size: found.outcome === 'proven' ? sizeOfHead(text) : null });
  };
  const fetched = useBundle(eventId);
  const place = useRef<HTMLElement>(null);
  const checkFetched = useEffectEvent((text: string) => {
    setFile(text);
    place.current?.scrollIntoView({ block: 'nearest' });
    void check(text);
  });
  useEffect(() => {
    if (fetched.data !== undefined) checkFetched(JSON.stringify(fetched.data));
  }, [fetched.data]);
  return (
    <section className="panel stack" aria-labelledby="check-bundle" ref={place}>
      <h2 id="check-bundle">{t('audit.checkHere')}</h2>
      <p className="soft">{t('audit.checkHereWhat')}</p>
      <div className="form wide">
        <TextInput
          type="file"
          accept="application/json,.json"
          label={t('audit.checkFile')}
          onChange={(event) => {
            setChecked(null);
            void event.currentTarget.files?.[0]?.text().then(setFile);
          }}
        />
        <TextInput
          label={t('audit.checkKey')}
          description={t('audit.checkKeyHint')}
          value={ownKey}
          onChange={(event) => setOwnKey(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
        <Textarea
          label={t('audit.checkHeld')}
          description={t('audit.checkHeldHint')}
          rows={2}
          value={held}
          onChange={(event) => setHeld(event.currentTarget.value)}
          spellCheck={false}
        />
      </div>
      <div className="actions">
        <Button disabled={file === null || key === ''} onClick={() => file !== null && void check(file)}>
          {t('audit.check')}
        </Button>
      </div>
      {fetched.error !== null && <Failure error={fetched.error} />}
      {checked && (
        <div className={`note ${TONE[checked.outcome]} stack tight`} role="status" data-outcome={checked.outcome}>
          <h3>{t(`audit.outcome.${checked.outcome}`)}</h3>
          <ul>
            {checked.lines.map((line) => (
              <li key={line.en}>{localize(line)}</li>
            ))}
          </ul>
          {checked.outcome === 'proven' && ownKey.trim() === '' && <p>{t('audit.checkedByServersKey')}</p>}
        </div>
      )}
      {checked?.size != null && (
        <div className="actions">
          {!tell.isDone && tell.error === null ? (
            <Button variant="default" onClick={() => void tell.go(checked.size!).catch(() => undefined)}>
              {t('audit.tellVerified', { shown: number(checked.size) })}
            </Button>
          ) : tell.error !== null ? (
            <Failure error={tell.error} />
          ) : (
            <p role="status">{t('audit.toldVerified')}</p>
          )}
        </div>
      )}
    </section>
  );
}
