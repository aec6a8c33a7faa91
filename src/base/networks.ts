/** Networks as an administrator writes them: addresses and ranges of IPv4 and IPv6, with commas. */
import { BlockList, isIP } from 'node:net';

/** An address, or a range with a prefix above 0: `/0` would be everybody, which is said by not naming any. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/** The networks of a list with commas or white space; null: one of them is none, or there is not one. */
export function networksIn(text: string): readonly string[] | null {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  return parts.length > 0 && parts.every(isNetwork) ? parts : null;
}

/**
 * Does an address stand in one of these networks? What is no address stands in none. An IPv4 address written as IPv6 (`::ffff:10.0.0.1`, what a socket
 * that listens on both tells) is the IPv4 address.
 *
 * @param networks  what `networksIn` accepted
 */
export function standsIn(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => {
    const plain = address.split('%')[0]!; // an address of a link carries the name of the card behind it
    const version = isIP(plain);
    return version !== 0 && list.check(plain, version === 6 ? 'ipv6' : 'ipv4');
  };
}
