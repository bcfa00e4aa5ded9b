/** The whole vocabulary of a spec. Nothing else of the harness is theirs. */

export { type About, type Control, control } from './control.ts'
export { ageWhenSeen } from './judge/age.ts'
export { isDeclared } from './judge/declared.ts'
export { lastDrill, measured, recoveredWithin } from './judge/last-drill.ts'
export { naming } from './judge/naming.ts'
export { isInNetwork } from './judge/networks.ts'
export { all, every, none, same, saw, that, the } from './judge/quantifiers.ts'
export { selects } from './judge/selects.ts'
export type { Views } from './judge/views.ts'
export { Unverifiable } from './model/verdict.ts'
export { parameter } from './profile/parameter.ts'
export { profile, type Ruling } from './profile/profile.ts'
