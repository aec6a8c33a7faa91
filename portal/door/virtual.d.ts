// Made by `build.ts`.
declare module 'virtual:scanner-wasm' {
  const address: string;
  export default address;
}
