/** Undoes the `\040` escapes of mountinfo(5) and fstab(5). */
export const unescapeOctal = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  )
