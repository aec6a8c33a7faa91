/** Is the paper of whoever has the citizen number printed on it? Yes or no, and never a name. */
import { useState } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { Mark } from '#portal/parts/Mark.tsx';

const DIGITS = /^\d{12}$/;

export function CheckPerson({ number }: { readonly number: string }) {
  const { t } = useWords();
  const check = useAct('/public/conversions/{number}/check', (nationalId: string) => ({ path: { number }, body: { nationalId } }), []);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const digits = typed.replaceAll(/[\s.]/g, '');
  return (
    <form
      className="panel stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setWrong(!DIGITS.test(digits));
        if (!DIGITS.test(digits)) return;
        check.go(digits).catch(() => undefined); // shown below
      }}
    >
      <h2>{t('paper.check')}</h2>
      <p className="soft">{t('paper.checkWhat')}</p>
      <TextInput
        label={t('paper.nationalId')}
        value={typed}
        inputMode="numeric"
        autoComplete="off"
        error={wrong ? t('paper.nationalIdWrong') : null}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          check.forget();
        }}
        style={{ maxWidth: '24rem' }}
      />
      <div className="actions">
        <Button type="submit" loading={check.busy}>
          {t('paper.checkGo')}
        </Button>
      </div>
      {check.error != null && <Failure error={check.error} />}
      {check.answer && (
        <div className={check.answer.matches ? 'note good' : 'note bad'} role="status">
          <Mark tone={check.answer.matches ? 'good' : 'bad'}>{t(check.answer.matches ? 'paper.matches' : 'paper.matchesNot')}</Mark>
          <p>{t(check.answer.matches ? 'paper.matchesWhat' : 'paper.matchesNotWhat')}</p>
        </div>
      )}
    </form>
  );
}
