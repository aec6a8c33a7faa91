/** /duyet-gui/:id: what would be sent, and the head's two answers. */
import { useState, type FormEvent } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { Textarea } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useApproval } from '#portal/api/approval-queries.ts';
import type { ShownApproval } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { CountsStrip } from '#portal/parts/CountsStrip.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { SaidAgain } from '#portal/submissions/SaidAgain.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { AppliedSuggestions } from '#portal/submissions/AppliedSuggestions.tsx';
import { ComparedPeople } from '#portal/submissions/ComparedPeople.tsx';

export function ApprovalPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('approval.pageTitle')} lead={t('approval.pageLead')} back={{ to: '/duyet-gui', label: t('approval.title') }} />
      <Answered query={useApproval(id)} lines={8}>
        {(approval) => (approval.state === 'asked' ? <Shown approval={approval} /> : <Gone approval={approval} />)}
      </Answered>
    </>
  );
}

function Gone({ approval }: { readonly approval: ShownApproval }) {
  const { t } = useWords();
  return (
    <div className="panel">
      <Empty title={t('approval.gone')} next={t('approval.goneNext')}>
        <Link to={`/ho-so-gui/${approval.submissionId}`}>{t('approval.toSubmission')}</Link>
      </Empty>
    </div>
  );
}

function Shown({ approval }: { readonly approval: ShownApproval }) {
  const { t } = useWords();
  return (
    <div className="stack">
      <Facts approval={approval} />
      <CountsStrip counts={approval.counts} kind={approval.kind} />
      {approval.kind === 'workbook' && <AppliedSuggestions id={approval.submissionId} />}
      <ComparedPeople id={approval.submissionId} comparison={approval.comparison} />
      {mayDo(approval, 'submission.approve') ? (
        <Decide approval={approval} />
      ) : (
        <div className="panel">
          <Empty title={t('approval.notMine')} next={t('approval.notMineNext')} />
        </div>
      )}
    </div>
  );
}

function Facts({ approval }: { readonly approval: ShownApproval }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const left = approval.counts.rejected + approval.counts.waiting;
  return (
    <section className="panel stack">
      <div className="row between">
        <h2 className="break">{approval.fileName}</h2>
        <Link to={`/ho-so-gui/${approval.submissionId}`}>{t('approval.toSubmission')}</Link>
      </div>
      <dl className="pairs">
        <dt>{t('approval.body')}</dt>
        <dd>{approval.bodyName}</dd>
        <dt>{t('approval.asked')}</dt>
        <dd>{t('approval.askedAt', { name: approval.askedBy, at: instantText(approval.askedAt) })}</dd>
        <dt>{t('approval.asOf')}</dt>
        <dd className="tabular">{dayText(approval.asOf)}</dd>
        <dt>{t('approval.people')}</dt>
        <dd className="tabular">{t('common.people', { count: approval.counts.accepted })}</dd>
        {left > 0 && (
          <>
            <dt>{t('approval.stays')}</dt>
            <dd className="tabular">{t('common.people', { count: left })}</dd>
          </>
        )}
      </dl>
      <SaidAgain why={approval.again} />
      <h3>{t('approval.read')}</h3>
      {approval.acknowledged.length === 0 ? (
        <p className="soft">{t('approval.noWarnings')}</p>
      ) : (
        <ul>
          {approval.acknowledged.map(({ code, title, count }) => (
            <li key={code}>{t('approval.warning', { title: localize(title), count: number(count) })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What is old after a decision. */
const staleOf = (approval: ShownApproval) => [
  ['approvals'],
  ['approval', approval.requestId],
  ['submission', approval.submissionId],
  ['submissions'],
  ['home'],
];

function Decide({ approval }: { readonly approval: ShownApproval }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [back, setBack] = useState(false);
  const approve = useAct(
    '/approvals/{id}/approve',
    (body: Acts['/approvals/{id}/approve']['asked']['body']) => ({ path: { id: approval.requestId }, body }),
    staleOf(approval),
  );
  const go = (): void => {
    approve.go({ hash: approval.hash }).then(
      (done) => navigate(`/bien-nhan/${encodeURIComponent(done.receipt.number)}`),
      () => undefined, // the failure is shown
    );
  };
  return (
    <section className="panel stack">
      <p className="soft">{t('approval.approveWhat')}</p>
      {approve.error != null && <Failure error={approve.error} />}
      <div className="actions">
        <Button size="md" loading={approve.busy} onClick={go}>
          {t('approval.approve')}
        </Button>
        <Button size="md" variant="default" onClick={() => setBack(true)}>
          {t('approval.sendBack')}
        </Button>
      </div>
      {back && <SendBack approval={approval} onClose={() => setBack(false)} />}
    </section>
  );
}

function SendBack({ approval, onClose }: { readonly approval: ShownApproval; readonly onClose: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = useAct(
    '/approvals/{id}/send-back',
    (body: Acts['/approvals/{id}/send-back']['asked']['body']) => ({ path: { id: approval.requestId }, body }),
    staleOf(approval),
  );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    send.go({ reason: reason.trim() }).then(
      () => navigate('/duyet-gui'),
      () => undefined, // the failure is shown
    );
  };
  return (
    <Dialog title={t('approval.sendBackTitle')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <Textarea
          label={t('approval.reason')}
          description={t('approval.reasonHint')}
          rows={4}
          maxLength={1000}
          value={reason}
          error={tried && reason.trim() === '' ? t('approval.reasonMissing') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {send.error != null && <Failure error={send.error} />}
        <div className="actions">
          <Button type="submit" loading={send.busy}>
            {t('approval.sendBack')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
