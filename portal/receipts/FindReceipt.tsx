/** /kiem-tra-bien-nhan: the number of a receipt, typed by whoever was handed one. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { receiptNumberOf } from './receipt-number.ts';

export function FindReceipt() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <>
      <PageTitle title={t('receipt.find')} lead={t('receipt.findLead')} />
      <form
        className="panel stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const number = receiptNumberOf(typed);
          setWrong(number === null);
          if (number !== null) void navigate(`/bien-nhan/${number}`);
        }}
      >
        <TextInput
          label={t('receipt.number')}
          description={t('receipt.numberHint')}
          value={typed}
          error={wrong ? t('receipt.numberWrong') : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
          style={{ maxWidth: '24rem' }}
        />
        <div className="actions">
          <Button type="submit">{t('receipt.findGo')}</Button>
        </div>
      </form>
    </>
  );
}
