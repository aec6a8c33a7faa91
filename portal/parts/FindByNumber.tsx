/** A page where somebody types the number of a paper that they were handed, and comes to what is said of it. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from './Button.tsx';
import { PageTitle } from './PageTitle.tsx';
import { TextInput } from './fields.tsx';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly hint: string;
  readonly wrong: string;
  readonly go: string;
  /** null: no number of this kind */
  readonly numberOf: (typed: string) => string | null;
  readonly addressOf: (number: string) => string;
}

export function FindByNumber({ title, lead, label, hint, wrong, go, numberOf, addressOf }: Props) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  return (
    <>
      <PageTitle title={title} lead={lead} />
      <form
        className="panel stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const number = numberOf(typed);
          setWrong(number === null);
          if (number !== null) void navigate(addressOf(number));
        }}
      >
        <TextInput
          label={label}
          description={hint}
          value={typed}
          error={isWrong ? wrong : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
          style={{ maxWidth: '24rem' }}
        />
        <div className="actions">
          <Button type="submit">{go}</Button>
        </div>
      </form>
    </>
  );
}
