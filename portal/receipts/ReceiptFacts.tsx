/** What a receipt says of a file, as its owner and everybody else reads it. */
import type { ReactNode } from 'react';
import type { PublicReceipt, Receipt } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { dayText, instantText } from '#portal/parts/format.ts';
import { useFormat } from '#portal/parts/use-format.ts';

type Facts = Pick<
  Receipt & PublicReceipt,
  'kind' | 'number' | 'at' | 'bodyName' | 'bodyCode' | 'uploadNumber' | 'sizeBytes' | 'asOf' | 'sha256'
>;

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
        {children}
      </dl>
    </>
  );
}
