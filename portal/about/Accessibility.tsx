export function Accessibility() { return null; }
