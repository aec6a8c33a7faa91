/** /su-co: the register of incidents of this installation: what happened, which reports the law asks for and until when, what was sent. */
import { useState, type FormEvent } from 'react';
import { nowMs } from '#portal/clock.ts';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useIncidents } from '#portal/api/oversight-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Textarea, TextInput } from '#portal/parts/fields.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { IncidentRow } from './IncidentRow.tsx';
import { fieldOf, instantIn } from './moments.ts';
import { NOTHING_TOUCHED, scopeOf } from './scope.ts';
import { ScopeFields } from './ScopeFields.tsx';
import { STALE } from './stale.ts';

export function Incidents() {
  const { t } = useWords();
  const query = useIncidents();
  return (
    <>
      <PageTitle title={t('incident.title')} lead={t('incident.lead')} />
      <Answered query={query} lines={6}>
        {(data) => {
          const items = joined(data);
          return (
            <div className="stack">
              {mayDo(data.pages[0]!, 'incident.keep') && <OpenOne />}
              {items.length === 0 && (
                <div className="panel">
                  <Empty title={t('incident.none')} next={t('incident.noneNext')} />
                </div>
              )}
              {items.map((one) => (
                <IncidentRow key={one.id} incident={one} />
              ))}
              <MoreButton query={query} />
            </div>
          );
        }}
      </Answered>
    </>
  );
}

const nothing = () => ({ title: '', what: '', at: fieldOf(nowMs()), scope: NOTHING_TOUCHED });

function OpenOne() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(nothing);
  const [wrong, setWrong] = useState<readonly ('at' | 'people')[]>([]);
  const enter = useAct('/incidents', (body: Acts['/incidents']['asked']['body']) => ({ body }), STALE);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const [discoveredAt, scope] = [instantIn(typed.at), scopeOf(typed.scope)];
    setWrong([...(discoveredAt === null ? (['at'] as const) : []), ...(scope === null ? (['people'] as const) : [])]);
    if (discoveredAt === null || scope === null) return;
    void enter
      .go({ title: typed.title.trim(), what: typed.what.trim(), discoveredAt, ...scope })
      .then(() => {
        setTyped(nothing());
        setOpen(false);
      })
      .catch(() => undefined); // the failure is shown
  };
  return (
    <section className="panel stack">
      <div className="actions">
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('incident.open')}
        </Button>
      </div>
      {open && (
        <form className="form" onSubmit={submit}>
          <TextInput
            label={t('incident.name')}
            description={t('incident.nobody')}
            value={typed.title}
            minLength={5}
            maxLength={200}
            autoComplete="off"
            required
            onChange={(event) => setTyped({ ...typed, title: event.currentTarget.value })}
          />
          <TextInput
            type="datetime-local"
            label={t('incident.discovered')}
            description={t('incident.discoveredHint')}
            error={wrong.includes('at') ? t('incident.wrong.at') : undefined}
            value={typed.at}
            required
            onChange={(event) => setTyped({ ...typed, at: event.currentTarget.value })}
          />
          <Textarea
            label={t('incident.what')}
            value={typed.what}
            minLength={5}
            maxLength={2000}
            required
            onChange={(event) => setTyped({ ...typed, what: event.currentTarget.value })}
          />
          <ScopeFields typed={typed.scope} wrongPeople={wrong.includes('people')} onChange={(scope) => setTyped({ ...typed, scope })} />
          {enter.error !== null && <Failure error={enter.error} />}
          <div className="actions">
            <Button type="submit" loading={enter.busy}>
              {t('incident.enter')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
