export function SearchPeople() { return null; }
