/** Where a cell stands in the file; a click copies its address, to be pasted into the name box of the spreadsheet. */
import { useState } from 'react';
import { useWords } from '#portal/language/use-words.ts';
import { addressOf, placeText } from './next-step.ts';

interface Place {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
}

export function PlaceOfCell({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const text = placeText(place) || t('submission.wholeSheet');
  const address = addressOf(place);
  // Browsers give the clipboard to pages of a safe origin only: elsewhere the place is plain text.
  if (address === null || !navigator.clipboard) return <span className="nowrap">{text}</span>;
  const copy = (): void => {
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => undefined, // the browser asked and was told no: nothing was copied, and nothing says so
    );
  };
  return (
    <>
      <button type="button" className="link nowrap" aria-label={t('submission.copyPlace', { place: text })} onClick={copy}>
        {text}
      </button>
      <span role="status" className="small soft">
        {copied && ` ${t('submission.copied')}`}
      </span>
    </>
  );
}
