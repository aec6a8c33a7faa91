export function MySessions() { return null; }
