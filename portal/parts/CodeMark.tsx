/** Beside the code of an agency: that it is not its official identifier, or that it goes on and is not sure. An official identifier needs no mark. */
import type { TreeNode } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Mark } from './Mark.tsx';

export function CodeMark({ standing }: { readonly standing: TreeNode['standing'] | undefined }) {
  const { t } = useWords();
  if (standing === undefined || standing === 'official') return null;
  return (
    <span data-code-standing={standing}>
      <Mark tone="warn">{t(standing === 'uncertain' ? 'common.codeUncertain' : 'common.noIdentifier')}</Mark>
    </span>
  );
}
