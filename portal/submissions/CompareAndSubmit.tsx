export function CompareAndSubmit() { return null; }
