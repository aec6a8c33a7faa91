/** A frame to drop a file into, and a button for who does not drop. The same file can be chosen twice in a row. */
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { useWords } from '#portal/language/use-words.ts';

interface Props {
  readonly onFile: (file: File | null) => void;
  /** endings that the browser offers, with commas; not said: any */
  readonly accept?: string;
  readonly variant: 'default' | 'filled';
  readonly label: string;
  /** above the button */
  readonly before?: ReactNode;
  /** below it */
  readonly children?: ReactNode;
}

export function DropZone({ onFile, accept, variant, label, before, children }: Props) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFile(event.dataTransfer.files[0] ?? null);
      }}
    >
      {before}
      <Button variant={variant} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <span className="soft">{t('upload.drop')}</span>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={t('upload.choose')}
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0] ?? null);
          event.currentTarget.value = '';
        }}
      />
      {children}
    </div>
  );
}
