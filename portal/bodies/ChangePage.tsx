/** /co-quan/thay-doi/:id: what a change does, what stands in its way, and what the reader may do about it: send it, take it back, put it in force, refuse it. */
import { useState } from 'react';
import { useParams } from 'react-router';
import { BODIES_STALE, useBodyChange } from '#portal/api/body-queries.ts';
import { useAct } from '#portal/api/act-on.ts';
import { fileAddress } from '#portal/api/client.ts';
import type { OneBodyChange } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { NOTHING_TYPED, decisionOf } from './change-request.ts';
import type { TypedChange, TypedField } from './change-request.ts';
import { Counts } from './BringList.tsx';
import { ChangeLines } from './ChangeLines.tsx';
import { DecisionFields } from './DecisionFields.tsx';
import { UndoMerger } from './UndoMerger.tsx';
import { TONE_OF_CHANGE } from './tones.ts';

export function ChangePage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  return (
    <Answered page={t('bodies.part.changes')} query={useBodyChange(id)} lines={6}>
      {(one) => <Shown key={one.planHash} one={one} />}
    </Answered>
  );
}

function Shown({ one }: { readonly one: OneBodyChange }) {
  const { t, localize } = useWords();
  const { change } = one;
  return (
    <>
      <PageTitle
        title={`${t(`bodies.kind.${change.kind}`)}: ${change.about}`}
        lead={t('bodies.takesEffect', { day: dayText(change.on) })}
        back={{ to: '/co-quan?phan=thay-doi', label: t('bodies.part.changes') }}
      />
      <div className="stack">
        <section className="panel stack tight" aria-label={t('bodies.state')}>
          <p>
            <Mark tone={TONE_OF_CHANGE[change.state]}>{t(change.coming ? 'bodies.coming' : `bodies.states.${change.state}`)}</Mark>
          </p>
          {change.decision !== null && (
            <p>
              {t('bodies.decisionLine', {
                number: change.decision.number,
                day: dayText(change.decision.day),
                signer: change.decision.signer,
                issuedBy: change.decision.issuedBy,
              })}
              {change.hasFile && (
                <>
                  {' · '}
                  <a href={fileAddress('/body-changes/{id}/file', { path: { id: change.id } })}>{t('bodies.scanOpen')}</a>
                </>
              )}
            </p>
          )}
          {change.decision?.word && <p>{t('bodies.why', { word: change.decision.word })}</p>}
          <p className="soft">
            {change.madeBy !== null && t('bodies.madeBy', { name: change.madeBy })} {instantText(change.madeAt)}
            {change.decidedAt !== null && ` · ${t('bodies.decidedBy', { name: change.decidedBy ?? '' })} ${instantText(change.decidedAt)}`}
          </p>
          {change.refusal !== null && <p>{t('bodies.refusal', { reason: change.refusal })}</p>}
        </section>
        {one.problems.length > 0 && one.cells.length === 0 && (
          <section className="note bad" aria-labelledby="change-problems">
            <h2 id="change-problems">{t('bodies.inTheWay')}</h2>
            <ul className="plain">
              {one.problems.map(({ code, title, next }, at) => (
                <li key={`${code} ${at}`}>
                  {localize(title)} {localize(next)}
                </li>
              ))}
            </ul>
          </section>
        )}
        {one.cells.length > 0 && <WrongCells one={one} />}
        <section className="panel" aria-labelledby="change-lines">
          <h2 id="change-lines">{t('bodies.does')}</h2>
          <Counts counts={one.counts} />
          <ChangeLines lines={one.lines} />
          {one.moreLines && <p className="soft">{t('bodies.moreLines', { count: change.operations })}</p>}
        </section>
        {change.maySend && one.problems.length === 0 && <Send one={one} />}
        {change.mayWithdraw && <Withdraw id={change.id} />}
        {change.mayDecide && <Decide one={one} />}
        {one.undoFrom !== null && <UndoMerger one={one} bodyId={one.undoFrom} />}
      </div>
    </>
  );
}

function Send({ one }: { readonly one: OneBodyChange }) {
  const { t } = useWords();
  const { decision } = one.change;
  const [typed, setTyped] = useState<TypedChange>({
    ...NOTHING_TYPED,
    ...(decision ? { ...decision, word: decision.word ?? '', day: dayText(decision.day) } : {}),
  });
  const [wrong, setWrong] = useState<readonly TypedField[]>([]);
  const [file, setFile] = useState<string | null>(null);
  const send = useAct(
    '/body-changes/{id}/sending',
    (body: { readonly decision: Extract<ReturnType<typeof decisionOf>, { decision: unknown }>['decision']; readonly file?: string }) => ({
      path: { id: one.change.id },
      body,
    }),
    BODIES_STALE,
  );
  return (
    <form
      className="panel form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = decisionOf(typed, one.change.on);
        setWrong('wrong' in read ? read.wrong : []);
        if ('decision' in read) void send.go({ decision: read.decision, ...(file ? { file } : {}) }).catch(() => undefined);
      }}
    >
      <DecisionFields typed={typed} wrong={wrong} onType={(name, value) => setTyped({ ...typed, [name]: value })} onFile={setFile} />
      {send.error !== null && <Failure error={send.error} />}
      <div className="actions">
        <Button type="submit" loading={send.busy}>
          {t('bodies.send')}
        </Button>
      </div>
    </form>
  );
}

function Withdraw({ id }: { readonly id: string }) {
  const { t } = useWords();
  const withdraw = useAct('/body-changes/{id}/withdrawal', () => ({ path: { id } }), BODIES_STALE);
  return (
    <div className="stack tight">
      {withdraw.error !== null && <Failure error={withdraw.error} />}
      <div className="actions">
        <Button variant="default" loading={withdraw.busy} data-withdraw onClick={() => void withdraw.go(undefined).catch(() => undefined)}>
          {t('bodies.withdraw')}
        </Button>
      </div>
    </div>
  );
}

function Decide({ one }: { readonly one: OneBodyChange }) {
  const { t } = useWords();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const decide = useAct(
    '/body-changes/{id}/decision',
    (body: { readonly inForce: boolean; readonly planHash?: string; readonly reason?: string }) => ({ path: { id: one.change.id }, body }),
    BODIES_STALE,
  );
  return (
    <section className="panel stack" aria-labelledby="change-decide">
      <h2 id="change-decide">{t('bodies.decide')}</h2>
      <p className="soft">{t('bodies.decideWhat')}</p>
      {decide.error !== null && <Failure error={decide.error} />}
      <div className="actions">
        <Button
          loading={decide.busy}
          disabled={one.problems.length > 0}
          data-put-in-force
          onClick={() => void decide.go({ inForce: true, ...(one.planHash ? { planHash: one.planHash } : {}) }).catch(() => undefined)}
        >
          {t('bodies.putInForce')}
        </Button>
        <Button variant="default" aria-expanded={refusing} onClick={() => setRefusing(!refusing)}>
          {t('bodies.refuse')}
        </Button>
      </div>
      {refusing && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== '') void decide.go({ inForce: false, reason: reason.trim() }).catch(() => undefined);
          }}
        >
          <TextInput
            label={t('bodies.reason')}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className="actions">
            <Button type="submit" disabled={reason.trim() === ''} loading={decide.busy}>
              {t('bodies.sendRefusal')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

/** Of a list: what is wrong, cell by cell. */
function WrongCells({ one }: { readonly one: OneBodyChange }) {
  const { t, localize } = useWords();
  return (
    <section className="panel flush" aria-labelledby="wrong-cells">
      <h2 id="wrong-cells" className="panel-head">
        {t('bodies.list.wrong', { count: one.change.wrong })}
      </h2>
      <TableScroll label={t('bodies.list.cells')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('bodies.list.cell')}</th>
              <th scope="col">{t('bodies.list.value')}</th>
              <th scope="col">{t('bodies.list.why')}</th>
            </tr>
          </thead>
          <tbody>
            {one.cells.map((cell, at) => (
              <tr key={`${cell.row} ${cell.column} ${at}`}>
                <th scope="row">
                  {cell.column ?? ''}
                  {cell.row}
                </th>
                <td>{cell.value ?? '–'}</td>
                <td>
                  {localize(cell.title)} {localize(cell.next)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
