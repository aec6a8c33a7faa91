/** What is entered of an incident that is there: a report that went out, what was found out since, its end. */
import { useState, type FormEvent, type ReactNode } from 'react';
import { nowMs } from '#portal/clock.ts';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import type { Incident } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { NativeSelect, Textarea, TextInput } from '#portal/parts/fields.tsx';
import { fieldOf, instantIn } from './moments.ts';
import { scopeOf } from './scope.ts';
import { ScopeFields } from './ScopeFields.tsx';
import { STALE } from './stale.ts';

interface Props {
  readonly incident: Incident;
  readonly onDone: () => void;
}

interface Frame {
  readonly send: string;
  readonly busy: boolean;
  readonly error: unknown;
  /** null: something typed is wrong, and says so */
  readonly go: () => Promise<unknown> | null;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

function Entry({ send, busy, error, go, onDone, children }: Frame) {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void go()
      ?.then(onDone)
      .catch(() => undefined); // the failure is shown
  };
  return (
    <form className="form" onSubmit={submit}>
      {children}
      {error !== null && <Failure error={error} />}
      <div className="actions">
        <Button type="submit" loading={busy}>
          {send}
        </Button>
      </div>
    </form>
  );
}

type Reports = Acts['/incidents/{id}/reports']['asked']['body'];

export function AddReport({ incident, onDone }: Props) {
  const { t } = useWords();
  const missing = incident.reports.filter(({ sent }) => sent === null);
  const [typed, setTyped] = useState({ report: missing[0]?.report ?? '', at: fieldOf(nowMs()), receiver: '', reference: '' });
  const [isWrong, setWrong] = useState(false);
  const add = useAct('/incidents/{id}/reports', (body: Reports) => ({ path: { id: incident.id }, body }), STALE);
  const go = (): Promise<unknown> | null => {
    const sentAt = instantIn(typed.at);
    setWrong(sentAt === null);
    if (sentAt === null) return null;
    return add.go({
      report: typed.report as Reports['report'],
      sentAt,
      receiver: typed.receiver.trim(),
      reference: typed.reference.trim(),
    });
  };
  return (
    <Entry send={t('incident.send.report')} busy={add.busy} error={add.error} go={go} onDone={onDone}>
      <NativeSelect
        label={t('incident.which')}
        value={typed.report}
        data={missing.map(({ report, name }) => ({ value: report, label: name }))}
        onChange={(event) => setTyped({ ...typed, report: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t('incident.sentOn')}
        error={isWrong ? t('incident.wrong.at') : undefined}
        value={typed.at}
        required
        onChange={(event) => setTyped({ ...typed, at: event.currentTarget.value })}
      />
      {(['receiver', 'reference'] as const).map((name) => (
        <TextInput
          key={name}
          label={t(`incident.${name}`)}
          value={typed[name]}
          minLength={5}
          maxLength={200}
          autoComplete="off"
          required
          onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
        />
      ))}
    </Entry>
  );
}

export function AddFinding({ incident, onDone }: Props) {
  const { t } = useWords();
  const { touchesSystem, touchesPeople, people } = incident;
  const [what, setWhat] = useState('');
  const [scope, setScope] = useState({ touchesSystem, touchesPeople, people: people === null ? '' : String(people) });
  const [isWrong, setWrong] = useState(false);
  const add = useAct(
    '/incidents/{id}/findings',
    (body: Acts['/incidents/{id}/findings']['asked']['body']) => ({ path: { id: incident.id }, body }),
    STALE,
  );
  const go = (): Promise<unknown> | null => {
    const said = scopeOf(scope);
    setWrong(said === null);
    return said && add.go({ what: what.trim(), ...said });
  };
  return (
    <Entry send={t('incident.send.finding')} busy={add.busy} error={add.error} go={go} onDone={onDone}>
      <Textarea
        label={t('incident.found')}
        description={t('incident.nobody')}
        value={what}
        minLength={5}
        maxLength={2000}
        required
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <ScopeFields typed={scope} wrongPeople={isWrong} onChange={setScope} />
    </Entry>
  );
}

export function Close({ incident, onDone }: Props) {
  const { t } = useWords();
  const [lesson, setLesson] = useState('');
  const close = useAct(
    '/incidents/{id}/closing',
    (body: Acts['/incidents/{id}/closing']['asked']['body']) => ({ path: { id: incident.id }, body }),
    STALE,
  );
  return (
    <Entry
      send={t('incident.send.close')}
      busy={close.busy}
      error={close.error}
      go={() => close.go({ lesson: lesson.trim() })}
      onDone={onDone}
    >
      <Textarea
        label={t('incident.lesson')}
        value={lesson}
        minLength={5}
        maxLength={2000}
        required
        onChange={(event) => setLesson(event.currentTarget.value)}
      />
    </Entry>
  );
}
