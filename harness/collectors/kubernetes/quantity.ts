import { text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'

const SCALE: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
}

/** An amount as Kubernetes writes it: `4`, `250m`, `16Gi`, `1e3`. Bytes, cores or a count, by what it is of. */
export function quantity(value: unknown, what: string): number {
  const written = typeof value === 'number' ? String(value) : text(value, what)
  const [, amount, suffix = '', power] =
    /^([+-]?\d+(?:\.\d*)?|[+-]?\.\d+)(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/.exec(written) ??
    []
  const scale = power === undefined ? SCALE[suffix] : 10 ** Number(power)
  if (amount === undefined || scale === undefined)
    throw new Unseen('not understood', `${what} is no amount: ${written.slice(0, 40)}`)
  return Number(amount) * scale
}
