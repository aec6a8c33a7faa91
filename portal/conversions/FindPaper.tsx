/** /kiem-tra-ban-giay: the number of a paper or an e-CV, typed by whoever was handed one. */
import { useWords } from '#portal/language/use-words.ts';
import { FindByNumber } from '#portal/parts/FindByNumber.tsx';
import { shortNumberOf } from '#portal/parts/short-number.ts';

const PREFIXES = ['BG', 'SY'];

export function FindPaper() {
  const { t } = useWords();
  return (
    <FindByNumber
      title={t('paper.find')}
      lead={t('paper.findLead')}
      label={t('paper.number')}
      hint={t('paper.numberHint')}
      wrong={t('paper.numberWrong')}
      go={t('paper.findGo')}
      numberOf={(typed) => shortNumberOf(typed, PREFIXES)}
      addressOf={(number) => `/ban-giay/${number}`}
    />
  );
}
