/** The sample of a first load: each row is opened, held against the papers, and judged. */
import { useEffect, useState } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { OneFirstLoad } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Textarea } from '#portal/parts/fields.tsx';
import { Mark } from '#portal/parts/Mark.tsx';
import { useFormat } from '#portal/parts/use-format.ts';

type SampleOfLoad = NonNullable<OneFirstLoad['sample']>;

const TONES = { 'to-open': 'wait', opened: 'note', right: 'good', wrong: 'bad' } as const;

export function Sample({ load, sample }: { readonly load: OneFirstLoad; readonly sample: SampleOfLoad }) {
  const { t } = useWords();
  const { number } = useFormat();
  const [opened, setOpened] = useState<number | null>(null);
  const judged = sample.rows.filter(({ state }) => state === 'right' || state === 'wrong').length;
  const checks = mayDo(load, 'item.confirm') && !load.mine;
  return (
    <section className="panel stack" aria-label={t('firstLoad.sample')} data-sample>
      <h2>{t('firstLoad.sample')}</h2>
      <p className="soft">{t('firstLoad.sampleLead')}</p>
      {sample.rows.length > 0 && (
        <p role="status">{t('firstLoad.judgedOf', { judged: number(judged), rows: number(sample.rows.length) })}</p>
      )}
      <ul className="plain row">
        {sample.rows.map((row) => (
          <li key={row.no}>
            <Button size="compact-md" variant="default" disabled={!checks} onClick={() => setOpened(row.no)} data-row={row.state}>
              {t('firstLoad.openRow', { part: row.part, line: number(row.line) })}{' '}
              <Mark tone={TONES[row.state]}>{t(`firstLoad.row.${row.state}`)}</Mark>
            </Button>
            {row.note !== null && <p className="small break">{row.note}</p>}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('firstLoad.proof')}</summary>
        <dl className="stack tight">
          <dt>{t('firstLoad.commitment')}</dt>
          <dd className="break tabular small">{sample.commitment}</dd>
          <dt>{t('firstLoad.seed')}</dt>
          <dd className="break tabular small">{sample.seed ?? t('firstLoad.notYet')}</dd>
          <dt>{t('firstLoad.root')}</dt>
          <dd className="break tabular small">{sample.root ?? t('firstLoad.notYet')}</dd>
        </dl>
      </details>
      {opened !== null && <Row load={load} no={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}

function Row({ load, no, onClose }: { readonly load: OneFirstLoad; readonly no: number; readonly onClose: () => void }) {
  const { t, localize } = useWords();
  const path = { id: load.id, no };
  const stale = [['first-load', load.id]];
  const open = useAct('/first-loads/{id}/sample/{no}/open', () => ({ path }), stale);
  const judge = useAct('/first-loads/{id}/sample/{no}/verdict', (body: { right: boolean; note?: string }) => ({ path, body }), stale);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { go } = open;
  useEffect(() => {
    void go(undefined).catch(() => undefined);
    // Opened once, with the dialogue.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [load.id, no]);
  const say = (right: boolean): void => {
    setTried(true);
    if (!right && note.trim().length < 3) return;
    judge.go({ right, ...(note.trim() === '' ? {} : { note: note.trim() }) }).then(onClose, () => undefined);
  };
  const row = open.answer;
  return (
    <Dialog title={t('firstLoad.rowTitle')} onClose={onClose}>
      <div className="stack">
        {open.error != null && <Failure error={open.error} />}
        {row && (
          <>
            <p>
              <span className="strong">{row.name}</span> · <span className="tabular">{row.number}</span>
              <span className="soft small"> · {t('firstLoad.rowPlace', { file: row.fileName, row: row.row ?? '–' })}</span>
            </p>
            <dl className="stack tight" data-values>
              {row.values.map(({ field, line, label, value }) => (
                <div key={`${field} ${line}`}>
                  <dt className="soft small">{localize(label)}</dt>
                  <dd className="break">{value === null ? '–' : localize(value)}</dd>
                </div>
              ))}
            </dl>
            {load.state === 'sampling' && row.state === 'opened' && (
              <>
                <Textarea
                  label={t('firstLoad.note')}
                  description={t('firstLoad.noteHint')}
                  rows={2}
                  maxLength={500}
                  value={note}
                  error={tried && note.trim().length < 3 && judge.error == null && !judge.busy ? t('firstLoad.noteMissing') : undefined}
                  onChange={(event) => setNote(event.currentTarget.value)}
                />
                <div className="actions">
                  <Button loading={judge.busy} onClick={() => say(true)} data-right>
                    {t('firstLoad.right')}
                  </Button>
                  <Button variant="default" loading={judge.busy} onClick={() => say(false)} data-wrong>
                    {t('firstLoad.wrong')}
                  </Button>
                </div>
              </>
            )}
            {judge.error != null && <Failure error={judge.error} />}
          </>
        )}
      </div>
    </Dialog>
  );
}
