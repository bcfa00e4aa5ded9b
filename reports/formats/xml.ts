import { clean } from './text.ts'

const RESERVED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
}

/** Text between tags: what XML reserves is escaped, and what it forbids is made visible. */
export const xmlText = (text: string): string => allowed(text).replaceAll(/[&<>]/g, escaped)

/** A tag's attributes, each with a space before it. */
export const attributes = (all: Readonly<Record<string, string | number>>): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${allowed(String(value)).replaceAll(/[&<>"\n]/g, escaped)}"`)
    .join('')

const escaped = (sign: string): string => RESERVED[sign] ?? sign

const allowed = (text: string): string =>
  clean(text)
    .toWellFormed()
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
