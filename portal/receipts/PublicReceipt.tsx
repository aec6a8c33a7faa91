/** A receipt for whoever has its number: what was signed, whether the signature holds, and whether a file is the one that was sent. */
import { useQuery } from '@tanstack/react-query';
import { read } from '#portal/api/client.ts';
import { usePublicReceipt } from '#portal/api/queries.ts';
import type { PublicReceipt as ReceiptForAll } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { CountsStrip } from '#portal/parts/CountsStrip.tsx';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { CheckFile } from './CheckFile.tsx';
import { ReceiptFacts } from './ReceiptFacts.tsx';
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

function Paper({ receipt }: { readonly receipt: ReceiptForAll }) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <div className="stack">
      <Signature receipt={receipt} />
      <div className="panel stack">
        <ReceiptFacts receipt={receipt}>
          {receipt.decided && (
            <>
              <dt>{t('receipt.items')}</dt>
              <dd className="tabular">
                {t('receipt.decided', { registered: number(receipt.decided.registered), returned: number(receipt.decided.returned) })}
              </dd>
            </>
          )}
        </ReceiptFacts>
        <CountsStrip counts={receipt.counts} />
      </div>
      <CheckFile sha256={receipt.sha256} />
    </div>
  );
}

/** What the server says of the signature, and what this browser finds by itself with the published key. */
function Signature({ receipt }: { readonly receipt: ReceiptForAll }) {
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
