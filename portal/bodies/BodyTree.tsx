/** The tree of a day: a level is asked for when it is opened, so that ten thousand bodies cost what is in sight. Keys go through it as through any tree. */
import { useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { useTreeLevel } from '#portal/api/body-queries.ts';
import type { TreeNode } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { CodeMark } from '#portal/parts/CodeMark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { moveIn } from './tree-keys.ts';

interface Open {
  readonly on: string | null;
  readonly isOpen: (id: string) => boolean;
  readonly toggle: (id: string, open: boolean) => void;
}

const rowsIn = (tree: HTMLElement): HTMLElement[] => [...tree.querySelectorAll<HTMLElement>('[role=treeitem] a.tree-name')];

export function BodyTree({ on }: { readonly on: string | null }) {
  const { t } = useWords();
  const tree = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlyMap<string, boolean>>(new Map());
  const toggle = (id: string, open: boolean): void => setClosed(new Map([...closed, [id, open]]));
  const onKeyDown = (event: KeyboardEvent): void => {
    const links = tree.current ? rowsIn(tree.current) : [];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const rows = links.map((link) => {
      const item = link.closest<HTMLElement>('[role=treeitem]')!;
      return {
        depth: Number(item.getAttribute('aria-level')),
        open: item.getAttribute('aria-expanded') === 'true',
        hasChildren: item.hasAttribute('aria-expanded'),
      };
    });
    const move = moveIn(rows, at, event.key);
    if (move === null) return;
    event.preventDefault();
    if ('to' in move) links[move.to]!.focus();
    else {
      const item = links[at]!.closest<HTMLElement>('[role=treeitem]')!;
      toggle(item.dataset['body'] ?? '', 'open' in move);
    }
  };
  const open: Open = { on, toggle, isOpen: (id) => closed.get(id) ?? false };
  return (
    <div ref={tree} role="tree" aria-label={t('bodies.tree')} onKeyDown={onKeyDown}>
      <Level parent={null} depth={1} open={{ ...open, isOpen: (id) => closed.get(id) ?? true }} inner={open} />
    </div>
  );
}

/** @param inner  how the levels below are opened: only the top stands open at the beginning */
function Level({
  parent,
  depth,
  open,
  inner,
}: {
  readonly parent: string | null;
  readonly depth: number;
  readonly open: Open;
  readonly inner: Open;
}) {
  const query = useTreeLevel(parent, open.on);
  return (
    <Answered query={query} lines={3}>
      {(data) => (
        <>
          {joined(data).map((node) => (
            <Node key={node.id} node={node} depth={depth} open={open} inner={inner} />
          ))}
          {query.hasNextPage && (
            <div role="treeitem" aria-level={depth}>
              <MoreButton query={query} />
            </div>
          )}
        </>
      )}
    </Answered>
  );
}

function Node({
  node,
  depth,
  open,
  inner,
}: {
  readonly node: TreeNode;
  readonly depth: number;
  readonly open: Open;
  readonly inner: Open;
}) {
  const { t } = useWords();
  const isOpen = node.children > 0 && open.isOpen(node.id);
  return (
    <div role="none">
      {/* A row names itself by what stands in it; what is below stands beside it, told by its level. */}
      <div
        className="tree-row"
        role="treeitem"
        aria-level={depth}
        data-body={node.id}
        {...(node.children > 0 ? { 'aria-expanded': isOpen } : {})}
      >
        {node.children > 0 ? (
          <button
            type="button"
            className="quiet"
            tabIndex={-1}
            aria-label={t(isOpen ? 'bodies.close' : 'bodies.open', { name: node.name })}
            onClick={() => open.toggle(node.id, !isOpen)}
          >
            {isOpen ? '▾' : '▸'}
          </button>
        ) : (
          <span className="tree-leaf" aria-hidden />
        )}
        <Link className="tree-name" to={`/co-quan/${node.id}`}>
          {node.name}
        </Link>
        <span className="soft small">{node.code}</span>
        {depth > 1 && <CodeMark standing={node.standing} />}
        {node.children > 0 && <span className="soft small">{t('bodies.below', { count: node.children })}</span>}
      </div>
      {isOpen && (
        <div role="none" className="tree-below">
          <Level parent={node.id} depth={depth + 1} open={inner} inner={inner} />
        </div>
      )}
    </div>
  );
}
