/** Checks this computer, and makes a code for another one that cannot sign in. */
import { useState } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { LINE } from '#portal/api/network-queries.ts';
import { useBodies } from '#portal/api/queries.ts';
import type { NetworkReport } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { NativeSelect } from '#portal/parts/fields.tsx';
import { instantText } from '#portal/parts/format.ts';
import { measureHere } from './measure-here.ts';
import type { Stage } from './measure-here.ts';

const STALE = [['network']] as const;
/** Computers that one code serves, as the server says it too. */
const USES = 20;

export function CheckHere() {
  const { t } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Answered query={useBodies()} lines={3}>
      {(bodies) => {
        const bodyId = chosen ?? bodies[0]?.id;
        return (
          <section className="panel stack" aria-labelledby="network-here">
            <h2 id="network-here">{t('network.here')}</h2>
            <p>{t('network.hereWhat')}</p>
            <div className="form">
              <NativeSelect
                label={t('network.body')}
                value={bodyId}
                onChange={(event) => setChosen(event.currentTarget.value)}
                data={bodies.map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }))}
              />
              {bodyId !== undefined && <Run bodyId={bodyId} />}
              {bodyId !== undefined && <ShortCode key={bodyId} bodyId={bodyId} />}
            </div>
          </section>
        );
      }}
    </Answered>
  );
}

function Run({ bodyId }: { readonly bodyId: string }) {
  const { t } = useWords();
  const [stage, setStage] = useState<Stage | null>(null);
  const keep = useAct('/network-check/results', (body: Acts['/network-check/results']['asked']['body']) => ({ body }), STALE);
  const run = async (): Promise<void> => {
    keep.forget();
    const measured = await measureHere(LINE, setStage);
    setStage(null);
    await keep.go({ bodyId, measured }).catch(() => undefined); // the failure is shown
  };
  const busy = stage !== null || keep.busy;
  return (
    <div className="stack tight">
      <div className="actions">
        <Button loading={busy} onClick={() => void run()}>
          {t('network.start')}
        </Button>
      </div>
      <div role="status" aria-live="polite">
        {stage !== null && <p>{t(`network.${stage}`)}</p>}
        {!busy && keep.answer && <Verdict report={keep.answer} />}
      </div>
      {keep.error !== null && <Failure error={keep.error} />}
    </div>
  );
}

function Verdict({ report: { passed, findings } }: { readonly report: NetworkReport }) {
  const { t, localize } = useWords();
  return (
    <div className={`note ${passed ? 'good' : 'bad'} stack tight`}>
      <p>
        <b>{t(passed ? 'network.passedHere' : 'network.failedHere')}</b>
      </p>
      {passed && findings.length > 0 && <p>{t('network.remark')}</p>}
      {findings.map(({ code, title, next }) => (
        <p key={code}>
          {localize(title)} {localize(next)} <code>{code}</code>
        </p>
      ))}
    </div>
  );
}

function ShortCode({ bodyId }: { readonly bodyId: string }) {
  const { t } = useWords();
  const make = useAct('/network-check/tokens', (body: Acts['/network-check/tokens']['asked']['body']) => ({ body }), []);
  return (
    <details>
      <summary>{t('network.code')}</summary>
      <div className="stack tight">
        <p>{t('network.codeWhat', { uses: USES })}</p>
        <div className="actions">
          <Button variant="default" loading={make.busy} onClick={() => void make.go({ bodyId }).catch(() => undefined)}>
            {t('network.makeCode')}
          </Button>
        </div>
        {make.answer && (
          <div role="status" className="stack tight">
            <p>{t('network.codeMade', { at: instantText(make.answer.endsAt) })}</p>
            <code className="break">{`npx congvu netcheck ${window.location.origin} --org ${make.answer.code} --token ${make.answer.token}`}</code>
          </div>
        )}
        {make.error !== null && <Failure error={make.error} />}
      </div>
    </details>
  );
}
