/** Asking to take along who a search finds: purpose, reason and columns. */
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useSession } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { isReason } from '#portal/exports/reason.ts';
import { mayDo } from '#portal/may.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Checkbox, NativeSelect, Textarea } from '#portal/parts/fields.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import type { SearchRequest } from './search-request.ts';

type Body = Acts['/exports']['asked']['body'];
type Column = Body['columns'][number];
const COLUMNS: readonly Column[] = ['name', 'number', 'birth', 'body', 'post', 'jobTitle', 'grade', 'kind', 'status', 'match'];
const AT_FIRST: readonly Column[] = ['name', 'body', 'post', 'jobTitle'];
const PURPOSES: readonly Body['purpose'][] = ['CONSULT', 'SUPERVISE', 'STATISTICS', 'CORRECT'];

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
  const { number } = useFormat();
  const ask = useAct('/exports', (body: Body) => ({ body }), [['exports']]);
  const [purpose, setPurpose] = useState<Body['purpose']>('CONSULT');
  const [reason, setReason] = useState('');
  const [columns, setColumns] = useState<readonly Column[]>(AT_FIRST);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = new Set<string>();
    if (!isReason(reason)) found.add('reason');
    if (columns.length === 0) found.add('columns');
    setWrong(found);
    if (found.size === 0) void ask.go({ wanted, columns: [...columns], purpose, reason: reason.trim() }).catch(() => undefined); // the failure is shown
  };
  if (ask.answer)
    return (
      <div className="stack" role="status">
        <p className="note good">
          {t('exports.asked', { number: ask.answer.number, people: number(ask.answer.people) })}{' '}
          {ask.answer.waits && t('exports.waitsSecond')}
        </p>
        <p>
          <Link to="/xuat-danh-sach">{t('exports.see')}</Link>
        </p>
      </div>
    );
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p className="soft">{t('exports.askWhat')}</p>
      <NativeSelect
        label={t('exports.purpose')}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value as Body['purpose'])}
        data={PURPOSES.map((one) => ({ value: one, label: t(`exports.purposes.${one}`) }))}
      />
      <Textarea
        label={t('exports.reason')}
        value={reason}
        maxLength={300}
        rows={3}
        error={wrong.has('reason') ? t('exports.reasonShort') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
      />
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
