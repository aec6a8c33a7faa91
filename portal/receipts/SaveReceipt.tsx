/** Takes a receipt along as a file that `congvu verify receipt` checks without this server. */
import { Button } from '#portal/parts/Button.tsx';
import IconFileCertificate from '@tabler/icons-react/dist/esm/icons/IconFileCertificate.mjs';
import { useWords } from '#portal/language/use-words.ts';
import { fileOfReceipt } from './own-check.ts';

export function SaveReceipt({ number, jws }: { readonly number: string; readonly jws: string }) {
  const { t } = useWords();
  return (
    <Button
      variant="default"
      href={`data:application/json;charset=utf-8,${encodeURIComponent(fileOfReceipt(jws))}`}
      download={`${number}.json`}
      leftSection={<IconFileCertificate size={18} aria-hidden />}
    >
      {t('receipt.save')}
    </Button>
  );
}
