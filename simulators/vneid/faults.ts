/** Bad on demand: each fault is armed for the next sign-in and spent by it. */

export const FAULTS = {
  slow: 'Chậm: trả lời sau nhiều giây',
  broken: 'Hỏng: trả lời 503 khi đổi mã',
  'wrong-nonce': 'Sai nonce trong id_token',
  'level-1': 'Định danh chỉ ở mức 1',
  'no-number': 'Không trả số định danh',
} as const;
export type Fault = keyof typeof FAULTS;

export const isFault = (text: string): text is Fault => Object.hasOwn(FAULTS, text);

export interface Faults {
  arm(fault: Fault): void;
  /** true once after `arm` */
  spend(fault: Fault): boolean;
  armed(): readonly Fault[];
}

export function makeFaults(): Faults {
  const waiting = new Set<Fault>();
  return { arm: (fault) => void waiting.add(fault), spend: (fault) => waiting.delete(fault), armed: () => [...waiting] };
}
