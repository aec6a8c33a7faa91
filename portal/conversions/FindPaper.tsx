/** /kiem-tra-ban-giay: the number of a paper, typed by whoever was handed one. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { paperNumberOf } from './paper-number.ts';

export function FindPaper() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <>
      <PageTitle title={t('paper.find')} lead={t('paper.findLead')} />
      <form
        className="panel stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const number = paperNumberOf(typed);
          setWrong(number === null);
          if (number !== null) void navigate(`/ban-giay/${number}`);
        }}
      >
        <TextInput
          label={t('paper.number')}
          description={t('paper.numberHint')}
          value={typed}
          error={wrong ? t('paper.numberWrong') : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
          style={{ maxWidth: '24rem' }}
        />
        <div className="actions">
          <Button type="submit">{t('paper.findGo')}</Button>
        </div>
      </form>
    </>
  );
}
