/** Whether an address lies in a network such as `192.168.20.0/24` or `fd00::/8`. What is no address lies in none. */
export function isInNetwork(address: string, network: string): boolean {
  const [base = '', length = ''] = network.split('/')
  const [own, other] = [bitsOf(address), bitsOf(base)]
  if (own === undefined || other === undefined || own.length !== other.length) return false
  return own.slice(0, Number(length)) === other.slice(0, Number(length))
}

/** An address as zeros and ones, 32 or 128 of them. */
function bitsOf(address: string): string | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address))
    return address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('')
  if (!/^[0-9a-f:]+$/i.test(address) || !address.includes(':')) return undefined
  const [head = '', tail] = address.split('::')
  const parts = (text: string | undefined) => (text ? text.split(':') : [])
  const missing = tail === undefined ? 0 : 8 - parts(head).length - parts(tail).length
  const groups = [...parts(head), ...Array<string>(Math.max(0, missing)).fill('0'), ...parts(tail)]
  return groups.length === 8
    ? groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('')
    : undefined
}
