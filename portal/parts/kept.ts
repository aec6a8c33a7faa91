/** Small choices of one browser: columns, filters by code. Nothing of a person. Where storage is shut they hold for the page. */

export function readKept<T>(key: string, isIt: (value: unknown) => value is T, otherwise: T): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isIt(value) ? value : otherwise;
  } catch {
    return otherwise;
  }
}

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    /* storage is shut: holds for this page */
  }
}
