/** Parts of one screen, of which one stands at a time: it stands in the address, so that a link leads to it. */
import { useSearchParams } from 'react-router';
import { Button } from './Button.tsx';

/** What an address calls each part; the first one, which it need not name, is ''. */
export type PartNames<Part extends string> = Readonly<Record<Part, string>>;

const namesOf = <Part extends string>(parts: PartNames<Part>): Part[] => Object.keys(parts) as Part[];

/** The part of the address, and the way to another. An address that names none, or one that is not there, means the first. */
export function usePart<Part extends string>(parts: PartNames<Part>): readonly [Part, (part: Part) => void] {
  const [params, setParams] = useSearchParams();
  const names = namesOf(parts);
  const part = names.find((name) => parts[name] === (params.get('phan') ?? '')) ?? names[0]!;
  return [part, (next) => setParams(parts[next] === '' ? {} : { phan: parts[next] }, { replace: true })];
}

export function PartChoice<Part extends string>({
  parts,
  part,
  onChoose,
  label,
  nameOf,
}: {
  readonly parts: PartNames<Part>;
  readonly part: Part;
  readonly onChoose: (part: Part) => void;
  readonly label: string;
  readonly nameOf: (part: Part) => string;
}) {
  return (
    <div className="row" role="group" aria-label={label}>
      {namesOf(parts).map((name) => (
        <Button
          key={name}
          size="compact-md"
          variant={name === part ? 'filled' : 'default'}
          aria-pressed={name === part}
          data-part={name}
          onClick={() => onChoose(name)}
        >
          {nameOf(name)}
        </Button>
      ))}
    </div>
  );
}
