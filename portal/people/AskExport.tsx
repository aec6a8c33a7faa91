/** Asking to take along who a search finds: purpose, reason and columns. */
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useSession } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { AskedNote } from '#portal/exports/AskedNote.tsx';
import { PurposeAndReason } from '#portal/exports/PurposeAndReason.tsx';
import type { Purpose } from '#portal/exports/PurposeAndReason.tsx';
import { isReason } from '#portal/exports/reason.ts';
import { mayDo } from '#portal/may.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Checkbox } from '#portal/parts/fields.tsx';
import type { SearchRequest } from './search-request.ts';

type Body = Acts['/exports']['asked']['body'];
type Column = Body['columns'][number];
const COLUMNS: readonly Column[] = ['name', 'number', 'birth', 'body', 'post', 'jobTitle', 'grade', 'kind', 'status', 'match'];
const AT_FIRST: readonly Column[] = ['name', 'body', 'post', 'jobTitle'];

/** A button where the reader may; one person found by their number is no list. */
export function AskExport({ request }: { readonly request: SearchRequest }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { nationalId, ...wanted } = request;
  if (nationalId !== undefined || !mayDo(useSession().data, 'record.export')) return null;
  return (
    <>
      <Button variant="default" size="compact-md" onClick={() => setOpen(true)} data-ask-export>
        {t('exports.ask')}
      </Button>
      {open && (
        <Dialog title={t('exports.ask')} onClose={() => setOpen(false)}>
          <AskForm wanted={wanted} />
        </Dialog>
      )}
    </>
  );
}

function AskForm({ wanted }: { readonly wanted: Body['wanted'] }) {
  const { t } = useWords();
  const ask = useAct('/exports', (body: Body) => ({ body }), [['exports']]);
  const [said, setSaid] = useState({ purpose: 'CONSULT' as Purpose, reason: '' });
  const [columns, setColumns] = useState<readonly Column[]>(AT_FIRST);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = new Set<string>();
    if (!isReason(said.reason)) found.add('reason');
    if (columns.length === 0) found.add('columns');
    setWrong(found);
    if (found.size === 0)
      void ask.go({ wanted, columns: [...columns], purpose: said.purpose, reason: said.reason.trim() }).catch(() => undefined); // the failure is shown
  };
  if (ask.answer) return <AskedNote answer={ask.answer} />;
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p className="soft">{t('exports.askWhat')}</p>
      <PurposeAndReason said={said} wrong={wrong.has('reason')} onSay={setSaid} />
      <fieldset className="stack tight">
        <legend>{t('exports.columns')}</legend>
        {COLUMNS.map((column) => (
          <Checkbox
            key={column}
            label={t(`exports.column.${column}`)}
            checked={columns.includes(column)}
            onChange={() => setColumns(COLUMNS.filter((one) => (one === column ? !columns.includes(one) : columns.includes(one))))}
          />
        ))}
        {wrong.has('columns') && <p className="field-error">{t('exports.columnNone')}</p>}
      </fieldset>
      {ask.error !== null && <Failure error={ask.error} />}
      <div className="actions">
        <Button type="submit" loading={ask.busy}>
          {t('exports.send')}
        </Button>
      </div>
    </form>
  );
}
