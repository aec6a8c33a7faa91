/** A role that an administrator gives, as typed: what is wrong with it before it is sent. Pure. */
export interface Typed {
  readonly name: string;
  readonly nationalId: string;
  readonly role: string;
  readonly bodyId: string;
  /** empty: today */
  readonly from: string;
}

interface RoleBody {
  readonly role: string;
  readonly bodyId: string;
  readonly from?: string;
}

const roleOf = ({ role, bodyId, from }: Typed): RoleBody => ({ role, bodyId, ...(from === '' ? {} : { from }) });

/** @returns the request, or the fields that cannot be sent so */
export function requestOf(
  typed: Typed,
): { readonly wrong: ReadonlySet<keyof Typed> } | { readonly body: RoleBody & { readonly name: string; readonly nationalId: string } } {
  const [name, nationalId] = [typed.name.trim(), typed.nationalId.replaceAll(/\s/g, '')];
  const wrong = new Set<keyof Typed>(wrongOf(typed));
  if (name.length < 2) wrong.add('name');
  if (!/^\d{12}$/.test(nationalId)) wrong.add('nationalId');
  return wrong.size > 0 ? { wrong } : { body: { ...roleOf(typed), name, nationalId } };
}

/** The same for somebody who has an account: a role over a body alone. */
export function moreRoleOf(typed: Typed): { readonly wrong: ReadonlySet<keyof Typed> } | { readonly body: RoleBody } {
  const wrong = new Set(wrongOf(typed));
  return wrong.size > 0 ? { wrong } : { body: roleOf(typed) };
}

const wrongOf = ({ role, bodyId }: Typed): (keyof Typed)[] => [
  ...(role === '' ? ['role' as const] : []),
  ...(bodyId === '' ? ['bodyId' as const] : []),
];
