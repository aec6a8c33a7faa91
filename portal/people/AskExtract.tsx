/** Asking for an extract: chosen fields of who a search finds (trích ngang), or one person over time (trích dọc). A second person always decides. */
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import type { ExtractChoices } from '#portal/api/generated/api.ts';
import { useExtractChoices, useSession } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { AskedNote } from '#portal/exports/AskedNote.tsx';
import { PurposeAndReason } from '#portal/exports/PurposeAndReason.tsx';
import type { Purpose } from '#portal/exports/PurposeAndReason.tsx';
import { isReason } from '#portal/exports/reason.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText } from '#portal/parts/format.ts';
import { Checkbox, TextInput, Textarea } from '#portal/parts/fields.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { readAsOf } from './as-of.ts';
import type { SearchRequest } from './search-request.ts';

type Body = Acts['/exports']['asked']['body'];
/** Whom it is of. */
type Of = { readonly wanted: Body['wanted'] } | { readonly personId: string };

/** A button where the reader may; one person found by their number is no list. */
export function AskCrossExtract({ request }: { readonly request: SearchRequest }) {
  const { nationalId, ...wanted } = request;
  return nationalId === undefined ? <AskExtract of={{ wanted }} /> : null;
}

export function AskExtract({ of }: { readonly of: Of }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (!mayDo(useSession().data, 'record.export')) return null;
  const title = t('personId' in of ? 'extracts.person' : 'extracts.cross');
  return (
    <>
      <Button variant="default" size="compact-md" onClick={() => setOpen(true)} data-ask-extract>
        {title}
      </Button>
      {open && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          <AskForm of={of} />
        </Dialog>
      )}
    </>
  );
}

function AskForm({ of }: { readonly of: Of }) {
  const { t } = useWords();
  const { number } = useFormat();
  const ofOne = 'personId' in of;
  const ask = useAct('/exports', (body: Body) => ({ body }), [['exports']]);
  const choices = useExtractChoices();
  const [said, setSaid] = useState({ purpose: 'CONSULT' as Purpose, reason: '' });
  const [ground, setGround] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const [fields, setFields] = useState<readonly string[]>([]);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readAsOf({ validOn: day ?? dayText(choices.data?.today ?? ''), knownAt: '' });
    const found = new Set<string>();
    if (!isReason(said.reason)) found.add('reason');
    if (!isReason(ground)) found.add('ground');
    if ('wrong' in read || read.validOn === null) found.add('day');
    if (!ofOne && fields.length === 0) found.add('fields');
    setWrong(found);
    if (found.size > 0 || 'wrong' in read || read.validOn === null) return;
    const asked = { columns: [], purpose: said.purpose, reason: said.reason.trim(), ground: ground.trim(), asOf: read.validOn };
    const whole: Body = ofOne
      ? { ...asked, form: 'person-extract', personId: of.personId, wanted: {} }
      : { ...asked, form: 'cross-extract', wanted: of.wanted, fields: [...fields] };
    void ask.go(whole).catch(() => undefined); // the failure is shown
  };
  if (ask.answer) return <AskedNote answer={ask.answer} />;
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p className="soft">{t(ofOne ? 'extracts.personWhat' : 'extracts.crossWhat')}</p>
      <PurposeAndReason said={said} wrong={wrong.has('reason')} onSay={setSaid} />
      <Textarea
        label={t('extracts.ground')}
        description={t('extracts.groundHint')}
        value={ground}
        maxLength={300}
        rows={2}
        error={wrong.has('ground') ? t('exports.reasonShort') : undefined}
        onChange={(event) => setGround(event.currentTarget.value)}
        required
      />
      <Answered query={choices} lines={3}>
        {({ today, groups }) => (
          <>
            <TextInput
              label={t('extracts.day')}
              inputMode="numeric"
              value={day ?? dayText(today)}
              error={wrong.has('day') ? t('record.validOnWrong') : undefined}
              onChange={(event) => setDay(event.currentTarget.value)}
              style={{ maxWidth: '12rem' }}
            />
            {!ofOne && (
              <fieldset className="stack tight">
                <legend>{t('extracts.fields', { chosen: number(fields.length) })}</legend>
                {groups.map((group) => (
                  <GroupChoices
                    key={group.code}
                    group={group}
                    fields={fields}
                    onToggle={(key) =>
                      setFields((before) => (before.includes(key) ? before.filter((one) => one !== key) : [...before, key]))
                    }
                  />
                ))}
                {wrong.has('fields') && <p className="field-error">{t('extracts.fieldNone')}</p>}
              </fieldset>
            )}
          </>
        )}
      </Answered>
      {ask.error !== null && <Failure error={ask.error} />}
      <div className="actions">
        <Button type="submit" loading={ask.busy}>
          {t('extracts.send')}
        </Button>
      </div>
    </form>
  );
}

type Group = ExtractChoices['groups'][number];

function GroupChoices({
  group,
  fields,
  onToggle,
}: {
  readonly group: Group;
  readonly fields: readonly string[];
  readonly onToggle: (key: string) => void;
}) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const chosen = group.fields.filter(({ key }) => fields.includes(key)).length;
  return (
    <details>
      <summary>
        {localize(group.title)} {chosen > 0 && <span className="small">({t('extracts.chosen', { chosen: number(chosen) })})</span>}
      </summary>
      <div className="stack tight">
        {group.fields.map(({ key, label }) => (
          <Checkbox key={key} label={localize(label)} checked={fields.includes(key)} onChange={() => onToggle(key)} />
        ))}
      </div>
    </details>
  );
}
