import ipaddr from 'ipaddr.js'

/** Of IPv6 only what is handed out to be routed (RFC 4291, section 2.4): everything else is translated, local or unused. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address, as numbers, is one of the public internet. Not so: this machine, private and local networks, the
 * metadata services of clouds, multicast, reserved ranges, and IPv6 forms that lead to IPv4 addresses (mapped, NAT64,
 * 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast)
}
