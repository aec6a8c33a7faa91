/** /kiem-tra-bien-nhan: the number of a receipt, typed by whoever was handed one. */
import { useWords } from '#portal/language/use-words.ts';
import { FindByNumber } from '#portal/parts/FindByNumber.tsx';
import { shortNumberOf } from '#portal/parts/short-number.ts';

const PREFIXES = ['BN', 'XN'];

export function FindReceipt() {
  const { t } = useWords();
  return (
    <FindByNumber
      title={t('receipt.find')}
      lead={t('receipt.findLead')}
      label={t('receipt.number')}
      hint={t('receipt.numberHint')}
      wrong={t('receipt.numberWrong')}
      go={t('receipt.findGo')}
      numberOf={(typed) => shortNumberOf(typed, PREFIXES)}
      addressOf={(number) => `/bien-nhan/${number}`}
    />
  );
}
