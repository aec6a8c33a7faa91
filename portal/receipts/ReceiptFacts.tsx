/** What a receipt says of a file, as its owner and everybody else reads it. */
import type { ReactNode } from 'react';
import type { PublicReceipt, Receipt } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { CodeMark } from '#portal/parts/CodeMark.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { useFormat } from '#portal/parts/use-format.ts';

type Facts = Pick<
  Receipt & PublicReceipt,
  'kind' | 'number' | 'at' | 'bodyName' | 'bodyCode' | 'bodyCodeStanding' | 'uploadNumber' | 'sizeBytes' | 'asOf' | 'sha256' | 'onBehalf'
> & { readonly firstLoad?: object };

/** Whose right it was by which this was signed: role, body and days. */
function LentRight({ lent }: { readonly lent: NonNullable<Facts['onBehalf']> }) {
  const { t, texts } = useWords();
  const roles = texts('role') as Readonly<Record<string, string>>;
  return (
    <>
      <dt>{t('receipt.onBehalf')}</dt>
      <dd>
        {roles[lent.role] ?? lent.role} – {lent.bodyName} ({lent.bodyCode}),{' '}
        <span className="tabular">{t('receipt.onBehalfDays', { from: dayText(lent.from), until: dayText(lent.until) })}</span>
      </dd>
    </>
  );
}

export function ReceiptFacts({ receipt, children }: { readonly receipt: Facts; readonly children?: ReactNode }) {
  const { t } = useWords();
  const { size } = useFormat();
  return (
    <>
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
          {receipt.bodyName} {receipt.bodyCode !== '' && `(${receipt.bodyCode})`} <CodeMark standing={receipt.bodyCodeStanding} />
        </dd>
        {receipt.firstLoad && (
          <>
            <dt>{t('receipt.firstLoad')}</dt>
            <dd>{t('receipt.firstLoadWhat')}</dd>
          </>
        )}
        {receipt.onBehalf && <LentRight lent={receipt.onBehalf} />}
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
        {children}
      </dl>
    </>
  );
}
