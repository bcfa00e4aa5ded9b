import type { Attestation, AttestedEvidence } from '../model/attestation.ts'
import { Unverifiable, Violation } from '../model/verdict.ts'

/** Nothing of it is missing. */
interface Vouched {
  readonly by: string
  readonly on: string
  readonly until: string
  readonly evidence: AttestedEvidence
}

interface Sources {
  readonly lab: { readonly attestations: readonly Attestation[] }
  readonly ageSeconds: (at: string) => number
}

/**
 * What a person vouches for, as no machine can see it: a disk that was carried away, a UPS that was tried. It holds for as
 * long as the person said, and with the evidence that the person kept. Without either, or past that day, nobody knows.
 */
export function attested({ ageSeconds, lab }: Sources, about: string): Vouched {
  const file = `docs/attestations/${about}.md`
  const refuse = (why: string): never => {
    throw new Unverifiable(`${file} ${why}`)
  }
  const found = lab.attestations.find((one) => one.about === about)
  if (!found) throw new Unverifiable(`nobody vouches for it: there is no ${file}`)
  const { by, on, until, evidence } = found
  if (by === undefined || on === undefined) return refuse('says not who vouches, or since when')
  if (until === undefined) return refuse('has no last day: write "- Valid until: YYYY-MM-DD"')
  if (evidence === undefined) return refuse('names no evidence that is there, with its SHA-256')
  if (evidence.found !== undefined && evidence.found !== evidence.sha256)
    return refuse(`was written over another ${evidence.at}: its SHA-256 is not the one of now`)
  if (ageSeconds(`${until}T23:59:59Z`) > 0)
    return refuse(`held until ${until}: somebody has to look again`)
  // A day begins earlier in some places than in others.
  if (ageSeconds(`${on}T00:00:00Z`) < -86_400)
    throw new Violation(`${file} is dated ahead`, 'somebody has looked', [{ about, on }])
  return { by, on, until, evidence }
}
