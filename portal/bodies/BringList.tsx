/** A list of agencies: the tree to take along as a workbook, and the changed workbook brought back. Compared with the tree, it becomes one draft. */
import { useState } from 'react';
import { Link } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { BODIES_STALE } from '#portal/api/body-queries.ts';
import { fileAddress } from '#portal/api/client.ts';
import type { MadeBodyChange } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { DropZone } from '#portal/parts/DropZone.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { readDay } from '#portal/parts/format.ts';
import { useFormat } from '#portal/parts/use-format.ts';
import { useUpload } from '#portal/workbook/use-upload.ts';

export function BringList() {
  const { t } = useWords();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [made, setMade] = useState<MadeBodyChange | null>(null);
  const upload = useUpload('/body-changes/lists', (answer) => {
    setMade(answer);
    upload.forget();
    for (const queryKey of BODIES_STALE) void queries.invalidateQueries({ queryKey });
  });
  const bring = (file: File | null): void => {
    const on = readDay(typed);
    setWrong(on === null);
    if (!file || on === null) return;
    setMade(null);
    upload.start({ query: { on } }, file);
  };
  return (
    <section className="panel stack" aria-labelledby="bring-list">
      <h2 id="bring-list">{t('bodies.list.title')}</h2>
      <p className="soft">{t('bodies.list.what')}</p>
      <div className="actions">
        <Button variant="default" href={fileAddress('/bodies/list.xlsx', {})} download data-take-list>
          {t('bodies.list.take')}
        </Button>
      </div>
      <div className="form">
        <TextInput
          label={t('bodies.fields.on')}
          description={t('bodies.onHint')}
          name="list-on"
          required
          inputMode="numeric"
          value={typed}
          error={wrong ? t('bodies.wrong.on') : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <DropZone variant="filled" accept=".xlsx" label={t('bodies.list.bring')} onFile={bring} />
      </div>
      {upload.state.kind === 'sending' && (
        <p role="status" className="soft">
          {t('bodies.list.reading')}
        </p>
      )}
      {upload.state.kind === 'failed' && <Failure error={upload.state.error} />}
      {made && (
        <div className={`note ${made.wrong > 0 ? 'bad' : 'good'}`} role="status">
          <p>{made.wrong > 0 ? t('bodies.list.wrong', { count: made.wrong }) : t('bodies.list.right')}</p>
          <Counts counts={made.counts} />
          <p>
            <Link to={`/co-quan/thay-doi/${made.id}`}>{t('bodies.openChange')}</Link>
          </p>
        </div>
      )}
    </section>
  );
}

const KINDS = ['make', 'rename', 'move', 'describe', 'give-code', 'take-code', 'end'] as const;

/** What goes along with a body that goes into another one. */
const ALONG = ['people', 'grants', 'cards'] as const;

/** Rows of a list = unchanged + wrong + those that change; and how many changes of each kind. */
export function Counts({ counts }: { readonly counts: MadeBodyChange['counts'] }) {
  const { t } = useWords();
  const { number } = useFormat();
  const ofList = counts['rows'] !== undefined;
  if (!ofList && counts['people'] === undefined) return null;
  const told = ofList
    ? [
        { key: 'rows', label: t('bodies.list.rows') },
        { key: 'unchanged', label: t('bodies.list.unchanged') },
        { key: 'wrong', label: t('bodies.list.wrongRows') },
        ...KINDS.filter((kind) => counts[kind]).map((kind) => ({ key: kind, label: t(`bodies.kind.${kind}`) })),
      ]
    : ALONG.map((name) => ({ key: name, label: t(`bodies.along.${name}`) }));
  return (
    <dl className="facts">
      {told.map(({ key, label }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd className={key === 'wrong' && counts[key] ? 'bad' : ''}>{number(counts[key] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
