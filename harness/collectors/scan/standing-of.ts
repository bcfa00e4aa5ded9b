import type { Endpoint, Vantage } from '../../model/inventory.ts'
import type { ProbeAnswer } from '../../model/probe.ts'
import { isWithin } from './addresses.ts'

/** Where a vantage stood while it looked, and whether both of its controls came out as they must. */
export interface Standing {
  /** The probe's own addresses. */
  readonly from: readonly string[]
  /** Whether one of them lies in the networks that the vantage has to look from. */
  readonly isWithin: boolean
  /** Whether what must answer did. */
  readonly sawPositive: boolean
  /** Whether what must not answer did: then it stands somewhere else. */
  readonly sawNegative: boolean
}

export const standingOf = (
  answer: ProbeAnswer,
  { positive, negative, within }: Vantage,
): Standing => ({
  from: answer.from,
  isWithin: answer.from.some((address) => isWithin(address, within)),
  sawPositive: isOpen(answer, positive),
  sawNegative: isOpen(answer, negative),
})

const isOpen = (answer: ProbeAnswer, at: Endpoint): boolean =>
  answer.tcp.some(({ address, open }) => address === at.address && open.includes(at.port))
