/** A receipt for whoever has its number: what was signed, whether the signature holds, and whether a file is the one that was sent. */
import { useQuery } from '@tanstack/react-query';
import { read } from '#portal/api/client.ts';
import { usePublicReceipt } from '#portal/api/queries.ts';
import type { PublicReceipt as Told } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { CountsStrip } from '#portal/parts/CountsStrip.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { CheckFile } from './CheckFile.tsx';
import { SaveReceipt } from './SaveReceipt.tsx';
import { signedBy } from './own-check.ts';

export function PublicReceipt({ number }: { readonly number: string }) {
  const { t } = useWords();
  const query = usePublicReceipt(number);
  return (
    <>
      <PageTitle
        title={t('receipt.title', { number })}
        lead={t('receipt.publicLead')}
        back={{ to: '/kiem-tra-bien-nhan', label: t('receipt.checkOther') }}
        actions={query.data && <SaveReceipt number={number} jws={query.data.jws} />}
      />
      <Answered query={query}>{(receipt) => <Paper receipt={receipt} />}</Answered>
    </>
  );
}

function Paper({ receipt }: { readonly receipt: Told }) {
  const { t } = useWords();
  const { number, size } = useFormat();
  return (
    <div className="stack">
      <Signature receipt={receipt} />
      <div className="panel stack">
        <p>
          <span className="stamp">{t(`receipt.${receipt.kind}`)}</span>
        </p>
        <p>{t(`receipt.${receipt.kind}-what`)}</p>
        <dl className="pairs">
          <dt>{t('receipt.number')}</dt>
          <dd className="strong tabular">{receipt.number}</dd>
          <dt>{t('receipt.at')}</dt>
          <dd className="tabular">{instantText(receipt.at)}</dd>
          <dt>{t('receipt.body')}</dt>
          <dd>
            {receipt.bodyName} ({receipt.bodyCode})
          </dd>
          <dt>{t('submissions.number')}</dt>
          <dd className="tabular">
            {receipt.uploadNumber} ({size(receipt.sizeBytes)})
          </dd>
          <dt>{t('compare.asOf')}</dt>
          <dd className="tabular">{dayText(receipt.asOf)}</dd>
          <dt>{t('receipt.sha256')}</dt>
          <dd>
            <code className="break">{receipt.sha256}</code>
          </dd>
          {receipt.decided && (
            <>
              <dt>{t('receipt.items')}</dt>
              <dd className="tabular">
                {t('receipt.decided', { registered: number(receipt.decided.registered), returned: number(receipt.decided.returned) })}
              </dd>
            </>
          )}
        </dl>
        <CountsStrip counts={receipt.counts} />
      </div>
      <CheckFile sha256={receipt.sha256} />
    </div>
  );
}

/** What the server says of the signature, and what this browser finds by itself with the published key. */
function Signature({ receipt }: { readonly receipt: Told }) {
  const { t } = useWords();
  const { kid, jws } = receipt;
  const own = useQuery({
    queryKey: ['own-check', kid, jws],
    queryFn: async ({ signal }) => signedBy(jws, await read('/keys/{kid}', { path: { kid: kid ?? '' } }, signal), globalThis.crypto.subtle),
    enabled: kid !== null,
    staleTime: Infinity,
  });
  const right = receipt.signature === 'right' && own.data !== 'wrong';
  return (
    <section className={right ? 'note good' : 'note bad'} role="status">
      <h2>
        <Mark tone={right ? 'good' : 'bad'}>{t(right ? 'receipt.right' : 'receipt.wrong')}</Mark>
      </h2>
      <p>{t(right ? 'receipt.rightWhat' : 'receipt.wrongWhat')}</p>
      {right && own.data === 'right' && <p className="small">{t('receipt.ownRight')}</p>}
      {right && own.data === 'cannot' && <p className="small">{t('receipt.ownCannot')}</p>}
    </section>
  );
}
