/** /nap-lan-dau/:id: parts with their counts, the sample, two signatures, and what was done; what can be done next stands first. */
import { useState } from 'react';
import { useParams } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import { useFirstLoad } from '#portal/api/first-load-queries.ts';
import type { OneFirstLoad } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { CodeMark } from '#portal/parts/CodeMark.tsx';
import { CountsStrip } from '#portal/parts/CountsStrip.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { Parts } from './Parts.tsx';
import { Sample } from './Sample.tsx';
import { Signatures } from './Signatures.tsx';
import { StateOfLoad } from './StateOfLoad.tsx';

export function FirstLoadPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  return (
    <Answered query={useFirstLoad(id)} lines={10}>
      {(load) => (
        <>
          <PageTitle
            title={load.bodyName}
            back={{ to: '/nap-lan-dau', label: t('firstLoad.title') }}
            lead={t('firstLoad.pageLead', { day: dayText(load.asOf) })}
            actions={<StateOfLoad state={load.state} />}
          />
          <div className="stack">
            <Next load={load} />
            <CountsStrip counts={load.counts} />
            <Parts load={load} />
            {load.sample && <Sample load={load} sample={load.sample} />}
            <Signatures load={load} />
            <Done load={load} />
          </div>
        </>
      )}
    </Answered>
  );
}

/** What is to be done now, and by whom. */
function Next({ load }: { readonly load: OneFirstLoad }) {
  const { t } = useWords();
  const { number } = useFormat();
  const percent = load.people === 0 ? 0 : Math.round((load.done / load.people) * 100);
  return (
    <section className="panel stack tight" aria-label={t('firstLoad.next')} data-next={load.state}>
      <p className="strong">{t(`firstLoad.nextOf.${load.state}`)}</p>
      {!load.open && !['registered', 'withdrawn', 'registering'].includes(load.state) && (
        <p className="note warn">{t('firstLoad.notOpen')}</p>
      )}
      {(load.bodyCodeStanding === 'own' || load.bodyCodeStanding === 'none') && (
        <p className="note" data-no-identifier>
          {t('firstLoad.noIdentifier')}
        </p>
      )}
      {load.bodyCodeStanding === 'uncertain' && (
        <p className="note">
          {load.bodyCode} <CodeMark standing="uncertain" />
        </p>
      )}
      {load.state === 'registering' && (
        <>
          <progress max={100} value={percent} aria-label={t('firstLoad.state.registering')} />
          <p className="soft tabular">{t('firstLoad.registeredOf', { done: number(load.done), people: number(load.people) })}</p>
        </>
      )}
      <Acts load={load} />
    </section>
  );
}

type Act = 'close' | 'reopen' | 'withdraw';

function Acts({ load }: { readonly load: OneFirstLoad }) {
  const { t } = useWords();
  const [sure, setSure] = useState<Act | null>(null);
  const stale = [['first-load', load.id], ['first-loads']];
  const asked = () => ({ path: { id: load.id } });
  const close = useAct('/first-loads/{id}/close', asked, stale);
  const reopen = useAct('/first-loads/{id}/reopen', asked, stale);
  const withdraw = useAct('/first-loads/{id}/withdraw', asked, stale);
  const acts = { close, reopen, withdraw };
  const isClerk = mayDo(load, 'upload.create');
  const offered: readonly Act[] = [
    ...(load.state === 'gathering' && isClerk && load.parts.length > 0 ? (['close'] as const) : []),
    ...(load.state === 'failed' && isClerk ? (['reopen'] as const) : []),
    ...(['gathering', 'sampling', 'failed', 'passed', 'signed'].includes(load.state) && mayDo(load, 'submission.withdraw')
      ? (['withdraw'] as const)
      : []),
  ];
  const failed = [close, reopen, withdraw].find(({ error }) => error != null);
  if (offered.length === 0 && !failed) return null;
  return (
    <>
      {sure !== null && <p role="status">{t(`firstLoad.sure.${sure}`)}</p>}
      <div className="actions">
        {offered.map((act) => (
          <Button
            key={act}
            variant={act === 'withdraw' ? 'default' : 'filled'}
            loading={acts[act].busy}
            data-act={act}
            onClick={() => {
              if (sure !== act) return setSure(act);
              setSure(null);
              void acts[act].go(undefined).catch(() => undefined);
            }}
          >
            {t(sure === act ? 'firstLoad.yes' : `firstLoad.act.${act}`)}
          </Button>
        ))}
      </div>
      {failed && <Failure error={failed.error} />}
    </>
  );
}

function Done({ load }: { readonly load: OneFirstLoad }) {
  const { t } = useWords();
  return (
    <section className="panel stack">
      <h2>{t('firstLoad.history')}</h2>
      <ol className="plain stack tight">
        {load.acts.map(({ act, byName, at, note }) => (
          <li key={`${at} ${act}`}>
            <span className="strong">{t(`firstLoad.did.${act}` as 'firstLoad.did.begun')}</span>{' '}
            <span className="soft small">
              {byName === '' ? t('firstLoad.theWork') : byName} · <span className="tabular">{instantText(at)}</span>
            </span>
            {note && <p className="break">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
