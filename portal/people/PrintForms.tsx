/** The forms in which a record is printed, each a file to save. */
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import type { fileAddress } from '#portal/api/client.ts';
import { useWords } from '#portal/language/use-words.ts';
import { FORM_CODES } from '#standard/form-codes.ts';
import type { FormCode } from '#standard/form-codes.ts';

export function PrintForms({ addressOf }: { readonly addressOf: (form: FormCode) => ReturnType<typeof fileAddress> }) {
  const { t } = useWords();
  return (
    <ul className="plain stack tight">
      {FORM_CODES.map((form) => (
        <li key={form}>
          <a href={addressOf(form)} download data-form={form}>
            <IconPrinter className="icon" size={16} aria-hidden /> {t(`record.form.${form}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
