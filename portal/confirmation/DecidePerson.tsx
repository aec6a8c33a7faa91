export function DecidePerson() { return null; }
