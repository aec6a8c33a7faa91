/** Reports a value of this group as wrong: which, what is wrong, what would be right, which paper shows it. */
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import type { MyGroup } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { NativeSelect, Textarea, TextInput } from '#portal/parts/fields.tsx';
import { dayText } from '#portal/parts/format.ts';
import { MISSING, reportableOf, type Reportable } from './reportable.ts';

/** As few letters as the server takes. */
const WRONG_LETTERS_MIN = 5;
const LETTERS_MAX = 1000;

type Request = Acts['/me/value-reports']['asked']['body'];

export function ReportValue({ group }: { readonly group: MyGroup }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [dueOn, setDueOn] = useState<string | null>(null);
  return (
    <>
      {dueOn !== null && (
        <p className="strong" role="status">
          {t('own.reportMade', { day: dayText(dueOn) })}
        </p>
      )}
      <div className="actions">
        <Button variant="default" onClick={() => setAsking(true)} data-report>
          {t('own.report')}
        </Button>
      </div>
      {asking && (
        <Dialog title={t('own.report')} onClose={() => setAsking(false)}>
          <ReportForm
            group={group}
            onClose={() => setAsking(false)}
            onMade={(day) => {
              setAsking(false);
              setDueOn(day);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

interface FormProps {
  readonly group: MyGroup;
  readonly onClose: () => void;
  readonly onMade: (dueOn: string) => void;
}

function ReportForm({ group, onClose, onMade }: FormProps) {
  const { t, localize } = useWords();
  const choices = reportableOf(group);
  const [code, setCode] = useState(choices[0]?.code ?? MISSING);
  const [said, setSaid] = useState({ wrong: '', right: '', paper: '' });
  const [short, setShort] = useState(false);
  const send = useAct('/me/value-reports', (body: Request) => ({ body }), [['me', 'value-reports']]);
  const chosen = choices.find((one) => one.code === code);
  const labelOf = ({ label, lineNumber, begins }: Reportable): string => {
    if (label === null) return t('own.reportMissing');
    if (lineNumber === null) return localize(label);
    return t('own.reportLine', { section: localize(label), n: lineNumber, begins: begins === null ? '' : `(${localize(begins)})` });
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const isShort = said.wrong.trim().length < WRONG_LETTERS_MIN;
    setShort(isShort);
    if (isShort || !chosen) return;
    const body: Request = {
      group: group.code as Request['group'],
      ...(chosen.field === null ? {} : { field: chosen.field }),
      ...(chosen.line === null ? {} : { line: chosen.line }),
      wrong: said.wrong.trim(),
      right: said.right.trim(),
      paper: said.paper.trim(),
    };
    send.go(body).then(
      (made) => onMade(made.dueOn),
      () => undefined, // told below
    );
  };
  const change = (part: keyof typeof said) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setSaid({ ...said, [part]: event.currentTarget.value });
  return (
    <form className="form" noValidate onSubmit={submit}>
      <p>{t('own.reportWhat', { body: group.bodyName })}</p>
      <NativeSelect
        label={t('own.reportWhich')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        data={choices.map((one) => ({ value: one.code, label: labelOf(one) }))}
      />
      <Textarea
        label={t('own.reportWrong')}
        rows={2}
        maxLength={LETTERS_MAX}
        value={said.wrong}
        onChange={change('wrong')}
        error={short ? t('own.reportShort') : undefined}
        required
      />
      <Textarea label={t('own.reportRight')} rows={2} maxLength={LETTERS_MAX} value={said.right} onChange={change('right')} />
      <TextInput
        label={t('own.reportPaper')}
        description={t('own.reportPaperWhat')}
        maxLength={LETTERS_MAX}
        value={said.paper}
        onChange={change('paper')}
      />
      <p className="soft">{t('own.reportPaperNext')}</p>
      {send.error != null && <Failure error={send.error} />}
      <div className="actions">
        <Button type="submit" loading={send.busy}>
          {t('own.reportSend')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
