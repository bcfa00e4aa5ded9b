/** The device's own name out of its name in the tailnet: `vm100` of `vm100.tail1234.ts.net.`. */
export const shortName = (dnsName: string): string => dnsName.split('.')[0] ?? dnsName
