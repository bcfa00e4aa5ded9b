/** A device number as stat prints it (`%d`), as `major:minor`: the form of mountinfo. glibc packs it so. */
export function deviceOf(decimal: string): string {
  const number = BigInt(decimal)
  const major = ((number >> 8n) & 0xfffn) | ((number >> 32n) & 0xfffff000n)
  const minor = (number & 0xffn) | ((number >> 12n) & 0xffffff00n)
  return `${major}:${minor}`
}
