// Made while building, from the dictionary: `vite.config.ts`.
declare module 'virtual:field-kinds' {
  export const FIELD_KINDS: Readonly<Record<string, import('#standard/field-shape.ts').KindName>>;
}
