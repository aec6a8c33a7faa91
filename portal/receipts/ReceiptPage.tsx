/** /bien-nhan/:number: a receipt to look at, print, save and check. */
import { Link, useParams } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { fileAddress } from '#portal/api/client.ts';
import { useReceipt, useSession } from '#portal/api/queries.ts';
import type { Receipt } from '#portal/api/generated/api.ts';
import { useGroupTitle } from '#portal/kinds/use-group-title.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { CountsStrip } from '#portal/parts/CountsStrip.tsx';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { CheckFile } from './CheckFile.tsx';
import { PublicReceipt } from './PublicReceipt.tsx';
import { ReceiptFacts } from './ReceiptFacts.tsx';
import { SaveReceipt } from './SaveReceipt.tsx';
import { qrPath } from './qr.ts';

/** Whose agency it is of sees it with its submission; everybody else who has the number is told what it says. */
export function ReceiptPage() {
  const { number = '' } = useParams();
  const session = useSession();
  const receipt = useReceipt(number, session.data?.signedIn === true);
  if (session.data?.signedIn !== true || receipt.isError) return session.isPending ? null : <PublicReceipt number={number} />;
  return <OwnReceipt number={number} />;
}

function OwnReceipt({ number }: { readonly number: string }) {
  const { t } = useWords();
  const receipt = useReceipt(number, true);
  return (
    <>
      <PageTitle
        title={t('receipt.title', { number })}
        back={{ to: '/ho-so-gui', label: t('receipt.toSubmissions') }}
        actions={
          <>
            <Button
              href={fileAddress('/receipts/{number}.pdf', { path: { number } })}
              download
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {t('receipt.pdf')}
            </Button>
            <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
              {t('receipt.print')}
            </Button>
            {receipt.data && <SaveReceipt number={number} jws={receipt.data.jws} />}
          </>
        }
      />
      <Answered query={receipt}>{(receipt) => <Paper receipt={receipt} />}</Answered>
    </>
  );
}

function Paper({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useWords();
  const { number } = useFormat();
  const qr = qrPath(receipt.verifyUrl);
  return (
    <div className="stack">
      <div className="panel stack">
        <div className="row between" style={{ alignItems: 'flex-start' }}>
          <div className="stack" style={{ flex: '1 1 26rem' }}>
            <ReceiptFacts receipt={receipt} />
          </div>
          <figure className="qr" style={{ margin: 0 }}>
            <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t('receipt.qr')} shapeRendering="crispEdges">
              <path d={qr.path} fill="#000" />
            </svg>
            <figcaption className="hint" style={{ maxWidth: '9.5rem' }}>
              {t('receipt.qr')}
            </figcaption>
          </figure>
        </div>
        <CountsStrip counts={receipt.counts} />
        <p className="small soft">
          {t('counts.sum', {
            received: number(receipt.counts.received),
            accepted: number(receipt.counts.accepted),
            rejected: number(receipt.counts.rejected),
            waiting: number(receipt.counts.waiting),
          })}
        </p>
      </div>
      <section className="note stack tight no-print">
        <h2>{t('receipt.nextTitle')}</h2>
        {receipt.counts.waiting > 0 && <p>{t('receipt.left', { count: receipt.counts.waiting })}</p>}
        <p>{t(`receipt.next-${receipt.kind}`)}</p>
        <p>
          <Link to={`/ho-so-gui/${receipt.submissionId}`}>{t('receipt.follow')}</Link>
        </p>
      </section>
      <CheckFile sha256={receipt.sha256} />
      {receipt.items && receipt.items.length > 0 && <Items items={receipt.items} />}
      {receipt.list && <DecidedList list={receipt.list} />}
      <details className="panel">
        <summary>{t('receipt.signature')}</summary>
        <p className="soft">{t('receipt.signatureWhat')}</p>
        <p className="mono break">{receipt.jws}</p>
        <p>
          {t('receipt.verify')}:{' '}
          <Link to={`/bien-nhan/${encodeURIComponent(receipt.number)}`} className="break">
            {receipt.verifyUrl}
          </Link>
        </p>
      </details>
    </div>
  );
}

/** Of a list that was confirmed as one act: its counts and the root that the signature names. */
function DecidedList({ list }: { readonly list: NonNullable<Receipt['list']> }) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <section className="panel stack tight">
      <h2>{t('receipt.list')}</h2>
      <dl className="pairs">
        <dt>{t('receipt.listPeople')}</dt>
        <dd className="tabular">
          {t('receipt.listCounts', {
            received: number(list.received),
            accepted: number(list.accepted),
            rejected: number(list.rejected),
            waiting: number(list.waiting),
          })}
        </dd>
        <dt>{t('receipt.listItems')}</dt>
        <dd className="tabular">{number(list.items)}</dd>
        <dt>{t('receipt.listRoot')}</dt>
        <dd>
          <code className="break">{list.root}</code>
        </dd>
      </dl>
    </section>
  );
}

function Items({ items }: { readonly items: NonNullable<Receipt['items']> }) {
  const { t } = useWords();
  const groupTitle = useGroupTitle();
  return (
    <section className="panel flush">
      <div className="panel-head">
        <h2>{t('receipt.items')}</h2>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('receipt.group')}</th>
            <th scope="col">{t('receipt.verdict')}</th>
            <th scope="col" className="num">
              {t('receipt.version')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={index}>
              <td>{groupTitle(item.group)}</td>
              <td>
                <Mark tone={item.verdict === 'registered' ? 'good' : 'warn'}>
                  {t(item.verdict === 'registered' ? 'receipt.registered' : 'receipt.returned')}
                </Mark>
              </td>
              <td className="num">{item.version ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
