/** One upload: how far it is, how to stop it, and one key for it, so that a second try is not a second file. */
import { useRef, useState } from 'react';
import { addressOf, newKey, sendFile, type Sending, type Uploads } from '#portal/api/client.ts';
import { nowMs } from '#portal/clock.ts';
import { secondsLeft } from './judge-file.ts';

export type UploadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly sent: number; readonly total: number; readonly secondsLeft: number | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown };

export function useUpload<P extends keyof Uploads>(path: P, onDone: (answer: Uploads[P]['answer']) => void) {
  const [state, setState] = useState<UploadState>({ kind: 'idle' });
  const running = useRef<Sending<Uploads[P]['answer']> | null>(null);
  const request = useRef<{ file: File; address: string; key: string } | null>(null);

  const start = (asked: Uploads[P]['asked'], file: File): void => {
    const address = addressOf(path, asked);
    if (request.current?.file !== file || request.current.address !== address) request.current = { file, address, key: newKey() };
    const startedMs = nowMs();
    setState({ kind: 'sending', sent: 0, total: file.size, secondsLeft: null });
    const sending = sendFile(path, asked, file, request.current.key, (sent, total) =>
      setState({ kind: 'sending', sent, total, secondsLeft: secondsLeft(sent, total, nowMs() - startedMs) }),
    );
    running.current = sending;
    sending.done.then(
      (answer) => {
        request.current = null;
        onDone(answer);
      },
      (error: unknown) => setState(error instanceof DOMException ? { kind: 'stopped' } : { kind: 'failed', error }),
    );
  };
  return { state, start, stop: () => running.current?.cancel(), forget: () => setState({ kind: 'idle' }) };
}
