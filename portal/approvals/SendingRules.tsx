/** /duyet-truoc-khi-gui: which of my agencies approve before they send, since when and why; switching it from a day. */
import { useState, type FormEvent } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { Textarea, TextInput } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useSendingRules } from '#portal/api/approval-queries.ts';
import type { BodySending } from '#portal/api/generated/api.ts';
import { todayInVietnam } from '#portal/clock.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText, readDay } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';

export function SendingRules() {
  const { t } = useWords();
  const [text, setText] = useState('');
  const query = useSendingRules(text.trim());
  return (
    <>
      <PageTitle title={t('sending.title')} lead={t('sending.lead')} />
      <div className="stack">
        <TextInput
          label={t('sending.search')}
          value={text}
          maxLength={100}
          style={{ maxWidth: '28rem' }}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Answered query={query} lines={6}>
          {(data) => {
            const rows = joined(data);
            return (
              <div className="panel flush">
                {rows.length === 0 ? <Empty title={t('sending.none')} next={t('sending.noneNext')} /> : <Rows rows={rows} />}
                <MoreButton query={query} />
              </div>
            );
          }}
        </Answered>
      </div>
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly BodySending[] }) {
  const { t } = useWords();
  return (
    <TableScroll label={t('sending.title')}>
      <table className="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{t('sending.body')}</th>
            <th scope="col">{t('sending.now')}</th>
            <th scope="col">{t('sending.history')}</th>
            <th scope="col">
              <span className="hidden-text">{t('sending.go')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Row({ row }: { readonly row: BodySending }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <tr data-body={row.code}>
      <th scope="row">
        {row.name}
        <br />
        <span className="soft small tabular">{row.code}</span>
      </th>
      <td data-label={t('sending.now')}>
        <Mark tone={row.approval ? 'good' : 'off'}>{t(row.approval ? 'sending.on' : 'sending.off')}</Mark>
      </td>
      <td data-label={t('sending.history')}>
        {row.rules.length === 0 ? (
          <span className="soft">{t('sending.never')}</span>
        ) : (
          <ul className="plain">
            {row.rules.map((rule) => (
              <li key={rule.setAt}>
                {t(rule.approval ? 'sending.set.on' : 'sending.set.off', { day: dayText(rule.from), reason: rule.reason })}{' '}
                <span className="soft small">({t('sending.by', { name: rule.setBy, at: instantText(rule.setAt) })})</span>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>
        {mayDo(row, 'sending.change') && (
          <Button size="compact-md" variant="default" onClick={() => setOpen(true)}>
            {t(row.approval ? 'sending.switchOff' : 'sending.switchOn')}
          </Button>
        )}
        {open && <Switch row={row} onClose={() => setOpen(false)} />}
      </td>
    </tr>
  );
}

function Switch({ row, onClose }: { readonly row: BodySending; readonly onClose: () => void }) {
  const { t } = useWords();
  const today = todayInVietnam();
  const to = !row.approval;
  const [from, setFrom] = useState(dayText(today));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const day = readDay(from);
  const dayIsGood = day !== null && day >= today;
  const send = useAct(
    '/bodies/{id}/sending-rule',
    (body: Acts['/bodies/{id}/sending-rule']['asked']['body']) => ({ path: { id: row.id }, body }),
    [['sending-rules'], ['submissions'], ['submission'], ['home']],
  );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (!dayIsGood || reason.trim() === '') return;
    send.go({ approval: to, from: day, reason: reason.trim() }).then(onClose, () => undefined); // the failure is shown
  };
  return (
    <Dialog title={t(to ? 'sending.switchTitle.on' : 'sending.switchTitle.off')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="strong">{row.name}</p>
        <TextInput
          label={t('sending.from')}
          description={t('sending.fromHint')}
          inputMode="numeric"
          value={from}
          error={tried && !dayIsGood ? t('sending.fromWrong') : undefined}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Textarea
          label={t('sending.reason')}
          description={t('sending.reasonHint')}
          rows={3}
          maxLength={500}
          value={reason}
          error={tried && reason.trim() === '' ? t('sending.reasonMissing') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {send.error != null && <Failure error={send.error} />}
        <div className="actions">
          <Button type="submit" loading={send.busy}>
            {t('sending.go')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
